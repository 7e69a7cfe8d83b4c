"""seeds/NAME.yml beside seeds/NAME.txt: what the office knows of a report, and corrections of how it was read.

`发布日期: 2023-01-20` and `指标: [{原文: 98.8%, 句中: 共接, 改名: 12345热线办结率}]`. Not written = unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from gongkai import dates
from gongkai.dates import OptionalDay, OptionalMoment, Period, Year  # noqa: TC001 - pydantic reads the annotation
from gongkai.errors import nearest
from gongkai.findings import Finding, Place, Rule, Severity
from gongkai.frontmatter import FrontMatterError, load_yaml

if TYPE_CHECKING:
    from pathlib import Path


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, str_strip_whitespace=True, coerce_numbers_to_str=True
    )


class HeadingCorrection(_Model):
    """标题修正: one line of the report that was, or was not, taken for a heading."""

    text: str = Field(alias="原文")
    """The heading as it stands in the report, number and closing mark may be left out."""
    level: int = Field(alias="级别", ge=0, le=6)
    """1 to 6 by nesting; 0 says that the line is no heading."""


class IndicatorCorrection(_Model):
    """指标修正: one figure of the report, found by its text and by words of its sentence."""

    raw: str = Field(alias="原文")
    """The figure as written: 98.8%, 35万余条."""
    near: str = Field("", alias="句中")
    """Words of its sentence; needed when the same figure stands in the report more than once."""
    nth: int = Field(1, alias="第几个", ge=1)
    """Which one, when a sentence holds it twice."""
    name: str = Field("", alias="改名")
    unit: str | None = Field(None, alias="单位")
    period: Period = Field("", alias="时期")
    """2022, 2022-12-31, or 2022-01-01/2022-12-31."""
    drop: str = Field("", alias="删除")
    """Why this number is no indicator."""
    add: str = Field("", alias="增加")
    """The name under which a number that was passed over becomes an indicator."""

    @model_validator(mode="after")
    def _does_something(self) -> IndicatorCorrection:
        if not (self.name or self.unit is not None or self.period or self.drop or self.add):
            raise ValueError("nothing to do")
        if self.drop and (self.name or self.unit is not None or self.period or self.add):
            raise ValueError("drop alone")
        return self


class Companion(_Model):
    """All of seeds/NAME.yml; an empty one stands for a missing file."""

    title: str = Field("", alias="标题")
    issuer: str = Field("", alias="发布机构")
    year: Year | None = Field(None, alias="年度")
    document_number: str = Field("", alias="发文字号")
    index_number: str = Field("", alias="索引号")
    topic: str = Field("", alias="主题分类")
    genre: str = Field("", alias="体裁分类")
    written: OptionalDay = Field("", alias="成文日期")
    published: OptionalMoment = Field("", alias="发布日期")
    source: str = Field("", alias="来源")
    source_url: str = Field("", alias="来源网址")
    keywords: tuple[str, ...] = Field((), alias="关键词")
    summary: str = Field("", alias="摘要")
    column: str = Field("", alias="栏目", pattern=r"^([a-z0-9]+([-/][a-z0-9]+)*/?)?$")
    """Folder below docs/; decided by the title when empty."""
    slug: str = Field("", alias="短名", pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")
    """Last part of the address; made from the issuer's pinyin when empty."""
    highlights: tuple[str, ...] = Field((), alias="重点数据")
    """Names of indicators for the home page, at most six."""
    headings: tuple[HeadingCorrection, ...] = Field((), alias="标题修正")
    indicators: tuple[IndicatorCorrection, ...] = Field((), alias="指标修正")


BROKEN = Rule(
    "GK203",
    "companion-broken",
    Severity.ERROR,
    """报告旁边的 .yml 文件写错了。

    What: seeds/NAME.yml 读不出来，或有不认识的键、不合格式的值。
    Why: 这个文件记着发布日期、文号、网址和更正。不知道这些就转换，页面会缺内容，网址会变，所以这份报告先不转换。
    Wrong: 发布日期: 2023.1.20
    Right: 发布日期: 2023-01-20
    """,
)


def companion(path: Path, file: str) -> tuple[Companion, dict[str, int], list[Finding]]:
    """What stands beside a report, the line of each key, and what is wrong with it; empty when there is no file.

    `file` is the path to print in findings.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Companion.model_validate({}), {}, []
    except (OSError, UnicodeDecodeError):
        return _broken(Place(file), "这个文件不是 UTF-8 文本", "用记事本另存为 UTF-8 编码")
    try:
        values, lines = load_yaml(text)
    except FrontMatterError as error:
        return _broken(Place(file, error.line, error.column), error.what, "改正这一行后再转换")
    values = {key: value for key, value in values.items() if value is not None}
    try:
        return Companion.model_validate(values), lines, []
    except ValidationError as error:
        found = [_complaint(file, fault, lines) for fault in error.errors()]
        return Companion.model_validate({}), lines, found


def _broken(place: Place, what: str, mend: str) -> tuple[Companion, dict[str, int], list[Finding]]:
    return Companion.model_validate({}), {}, [BROKEN.at(place, what, mend)]


_MODELS: dict[str, type[_Model]] = {
    "标题修正": HeadingCorrection,
    "headings": HeadingCorrection,
    "指标修正": IndicatorCorrection,
    "indicators": IndicatorCorrection,
}


def _complaint(file: str, fault: Any, lines: dict[str, int]) -> Finding:
    path = [str(part) for part in fault["loc"]]
    place = Place(file, lines.get(path[0], 1) if path else 1)
    key = " › ".join(str(int(part) + 1) if part.isdigit() else part for part in path)
    if fault["type"] == "extra_forbidden":
        model = _MODELS.get(path[0], Companion) if len(path) > 1 else Companion
        known = [field.alias or name for name, field in model.model_fields.items()]
        return BROKEN.at(place, f"没有“{path[-1]}”这个键{nearest(path[-1], known)}", "改成认识的键，或删去这一行")
    what, mend = {
        **dates.WORDS,
        "missing": ("缺少这一项", "补上这一项"),
        "string_pattern_mismatch": ("格式不对", "日期写成 2023-01-20；短名和栏目只用小写字母、数字和连字符"),
        "int_parsing": ("应当是整数", "只写数字"),
        "int_type": ("应当是整数", "只写数字"),
        "string_type": ("应当是文字", "给这个值加英文引号"),
        "tuple_type": ("应当是列表", "每项另起一行，以“- ”开头"),
        "model_type": ("应当是几行“键: 值”", "按发布手册里的样子写"),
        "value_error": (
            "这一条更正没有说要改什么，或者又删又改",
            "写上 改名、单位、时期、增加 中的至少一项；要删只写 删除: 原因",
        ),
    }.get(fault["type"], ("值不对", "对照发布手册改正"))
    return BROKEN.at(place, f"“{key}”{what}", mend)
