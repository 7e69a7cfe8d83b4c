"""页面: an ordinary page, such as 关于本站."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from gongkai.audited import LABEL
from gongkai.content.item import Item
from gongkai.dates import Date  # noqa: TC001 - pydantic reads the annotation


class Page(Item):
    """A page of text that is no item of a column."""

    label = "页面"
    about = "普通页面，如关于本站、隐私说明"

    verified: Date = Field("", alias="核对日期")
    """When somebody last made sure that it is still right."""


class Statement(Page):
    """说明: what the site says about itself."""

    label = "说明"
    about = "网站说明：无障碍、隐私、版权"


class AccessibilityStatement(Page):
    """无障碍声明: what an audit measured is shown below its text."""

    label = LABEL
    about = "无障碍声明，检测结果由 gongkai audit 写在旁边"


class Elder(Page):
    """长辈版: its own home, made when the site is built; a page of this type adds its text to it."""

    label = "长辈版"
    about = "长辈版首页，可以不写，生成网站时自动有"
    place: ClassVar[str] = "zhangbei/index.md"
    """Where it is made below docs/."""


class Map(Page):
    """站点地图; its list is made when the site is built."""

    label = "站点地图"
    about = "全站页面的清单"
