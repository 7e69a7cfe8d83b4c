"""常见问题: a question that people often ask, answered by the office from its documents."""

from __future__ import annotations

from pydantic import Field

from gongkai.content.item import Item
from gongkai.dates import Date  # noqa: TC001 - pydantic reads the annotation


class Faq(Item):
    """标题 is the question, the text its answer; search and 智能问答 put it first when it is what somebody asks."""

    label = "常见问题"
    about = "常有人问的问题和答复，搜索和问答时排在最前"

    otherwise: tuple[str, ...] = Field((), alias="同义问法")
    """The question as others would put it."""
    answered_by: str = Field("", alias="答复单位")
    answered: Date = Field("", alias="答复日期")
    grounds: tuple[str, ...] = Field((), alias="依据")
    """Paths below docs/ of the documents that the answer rests on, or their names."""
    verified: Date = Field("", alias="核对日期")
    """When somebody last made sure that it is still right."""
