"""数字账: every numeral of one report accounted for."""

from __future__ import annotations

from pydantic import Field

from gongkai.content.derived import Table


class Numbers(Table):
    """Numerals that are no indicators, each with the reason."""

    label = "数字账"
    about = "一份报告的全部数字，哪些是指标，哪些不是，为什么"

    numerals: int = Field(0, alias="数字数")
