"""通知公告: what the office makes known to all, such as a 公示 with its term."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gongkai.content.item import Item, Model
from gongkai.dates import Date  # noqa: TC001 - pydantic reads the annotation


class Term(Model):
    """公示期: from when until when something is open to objections."""

    start: Date = Field(alias="起")
    end: Date = Field(alias="止")


class Notice(Item):
    """A notice."""

    label = "通知公告"
    about = "通知、公告、通告、公示、招标"

    matter: Literal["", "通知", "公告", "通告", "公示", "招标", "征收", "其他"] = Field("", alias="事项")
    term: Term | None = Field(None, alias="公示期")
    phone: str = Field("", alias="联系电话")
    deadline: Date = Field("", alias="截止日期")
