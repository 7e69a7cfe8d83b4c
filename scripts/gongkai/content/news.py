"""政务动态: what the office did, day by day."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gongkai.content.item import Item


class News(Item):
    """A piece of news."""

    label = "政务动态"
    about = "工作动态、会议活动报道"

    kicker: str = Field("", alias="栏题")
    reprint: bool = Field(default=False, alias="转载")
    """True asks for 来源网址."""
    grade: Literal["", "A", "B", "C"] = Field("", alias="分级")
