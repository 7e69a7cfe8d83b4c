"""台账: the problems and plans that one report states."""

from __future__ import annotations

from pydantic import Field

from gongkai.content.derived import Table


class Ledger(Table):
    """Problems and plans as numbered items."""

    label = "台账"
    about = "一份报告写明的问题和打算，逐条编号"

    problems: int = Field(0, alias="问题数")
    plans: int = Field(0, alias="打算数")
