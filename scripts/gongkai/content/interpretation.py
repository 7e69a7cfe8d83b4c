"""政策解读: what a policy document means, tied to the document."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gongkai.content.item import Item, Model


class Points(Model):
    """要点 of an interpretation (JD-05)."""

    grounds: str = Field("", alias="背景依据")
    aims: str = Field("", alias="目标任务")
    content: str = Field("", alias="主要内容")
    scope: str = Field("", alias="适用范围")
    standards: str = Field("", alias="执行标准")
    notes: str = Field("", alias="注意事项")
    terms: str = Field("", alias="关键词")
    benefits: str = Field("", alias="惠民措施")
    changes: str = Field("", alias="新旧差异")


class Interpretation(Item):
    """An explanation; the page of the document links back to it by itself."""

    label = "政策解读"
    about = "对一份政策文件的解读"

    subjects: tuple[str, ...] = Field((), alias="解读对象")
    """Paths below docs/ of what it explains."""
    form: Literal["", "文字", "图解", "问答", "音视频", "新闻发布", "专家", "负责人"] = Field("", alias="解读形式")
    by: str = Field("", alias="解读机构")
    phone: str = Field("", alias="联系电话")
    points: Points | None = Field(None, alias="要点")
