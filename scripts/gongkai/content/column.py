"""栏目: the first page of a folder that holds items."""

from __future__ import annotations

from pydantic import Field

from gongkai.content.item import Item


class Column(Item):
    """A column: what it holds, and how often it is to be brought up to date."""

    label = "栏目"
    about = "栏目首页，写明这个栏目放什么"

    what: str = Field("", alias="说明")
    """One line on what it holds."""
    kind: str = Field("", alias="类别")
    """ColumnType of the META tags."""
    renewed: str = Field("", alias="更新期限")
    office: str = Field("", alias="负责机构")
