"""What every item of the site may say in its front matter (标题 发布机构 发布日期 …), as staff write it.

Keys are Chinese; the English field names are accepted too. What is not written is unknown; `无` says that there is
none.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from gongkai.dates import Date, Moment  # noqa: TC001 - pydantic reads the annotation

NONE = "无"
"""Written for a value that is known not to exist."""
Checksum = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]


class Model(BaseModel):
    """A mapping of the front matter: a key that it does not know is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, str_strip_whitespace=True)


class Review(Model):
    """审核: one signature of the three reviews, over the text as it then was."""

    stage: Literal["初审", "复审", "终审"] = Field(alias="环节")
    post: str = Field("", alias="岗位")
    """Who by post: 经办人, 科室负责人, 分管领导."""
    signature: str = Field("", alias="签署")
    """Opaque id; the name stands in the office's own list."""
    date: Date = Field(alias="日期")
    result: Literal["通过", "退回", "不予公开"] = Field(alias="结果")
    gates: tuple[Literal["政治", "法律", "政策", "内容", "保密", "文字", "舆情"], ...] = Field((), alias="关")
    body: str = Field("", alias="正文")
    """Checksum of what was signed."""


class Attachment(Model):
    """附件: a file beside the page."""

    name: str = Field(alias="名称")
    file: str = Field(alias="文件")
    about: str = Field("", alias="说明")


class Picture(Model):
    """图片: with the text that stands for it."""

    file: str = Field(alias="文件")
    alt: str = Field(alias="替代文字")
    map_approval: str = Field("", alias="审图号")


class Correction(Model):
    """更正: what was wrong in the published text, and what it says now."""

    date: Date = Field(alias="日期")
    was: str = Field(alias="原文")
    now: str = Field(alias="改为")
    why: str = Field("", alias="原因")


class Withdrawal(Model):
    """撤下: the text was taken off the site; the page stays and says why."""

    date: Date = Field(alias="日期")
    why: str = Field(alias="原因")


class Item(Model):
    """A published item; each type adds its own fields."""

    label: ClassVar[str] = ""
    """类型 as front matter names it."""
    about: ClassVar[str] = ""
    """What the type is, in a few words for staff."""
    listed: ClassVar[str] = ""
    """What lists call the type when that is shorter than its label."""

    title: str = Field(alias="标题", min_length=1)
    type: str = Field("", alias="类型")
    publisher: str | tuple[str, ...] = Field("", alias="发布机构")
    document_number: str = Field("", alias="发文字号")
    index_number: str = Field("", alias="索引号")
    topic: str = Field("", alias="主题分类")
    genre: str = Field("", alias="体裁分类")
    written: Date = Field("", alias="成文日期")
    published: Moment = Field("", alias="发布日期")
    backfilled: bool = Field(default=False, alias="补录")
    openness: Literal["主动公开"] = Field("主动公开", alias="公开方式")
    source: str = Field("", alias="来源")
    source_url: str = Field("", alias="来源网址")
    keywords: tuple[str, ...] = Field((), alias="关键词")
    summary: str = Field("", alias="摘要")
    editor: str = Field("", alias="责任编辑")
    """A post, not a person."""
    attachments: tuple[Attachment, ...] = Field((), alias="附件")
    picture: Picture | None = Field(None, alias="图片")
    related: tuple[str, ...] = Field((), alias="相关")
    """Paths of other pages below docs/."""
    corrections: tuple[Correction, ...] = Field((), alias="更正")
    sample: bool = Field(default=False, alias="示例")
    """Whether it belongs to an imaginary place; a site with 演示站点 then puts 示例 after its title."""
    searchable: Literal["是", "否"] = Field("是", alias="检索")
    """否 keeps it out of the site's search; it stays readable and in lists."""
    withdrawn: Withdrawal | None = Field(None, alias="撤下")
    withdraw_on: Date = Field("", alias="撤下日期")
    personal_data: Literal["", "无个人信息", "已去标识化", "惩戒公示", "法定披露", "单独同意"] = Field(
        "", alias="个人信息处理"
    )
    review: tuple[Review, ...] = Field((), alias="审核")
