"""What `gongkai audit` found, as it stands beside the accessibility statement: docs/about/audit.yml.

`检测日期: 2026-11-24` and `结果: [{项目: 键盘到不了的按钮和链接, 数值: 0}]`. The goal is always 0.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gongkai.dates import Date  # noqa: TC001 - pydantic reads the annotation
from gongkai.frontmatter import FrontMatterError, load_yaml

FILE = "audit.yml"
LABEL = "无障碍声明"
"""类型 of the page that shows the figures."""
_HEAD = "# 由 gongkai audit --write 写成，不要手工改；要更新就再检测一次。\n"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, str_strip_whitespace=True)


class Figure(_Model):
    """结果: how many faults one property has."""

    label: str = Field(alias="项目")
    count: int = Field(alias="数值", ge=0)


class Failure(_Model):
    """未达到: a kind of fault that was found, and on how many pages."""

    what: str = Field(alias="问题")
    pages: int = Field(alias="页数", ge=1)


class Record(_Model):
    """All of it."""

    date: Date = Field(alias="检测日期")
    tools: tuple[str, ...] = Field(alias="工具")
    """axe-core 4.12.1, Chromium 156.0."""
    pages: int = Field(alias="检测页数", ge=1)
    whole: int = Field(alias="全站页数", ge=1)
    loads: int = Field(alias="打开次数", ge=1)
    figures: tuple[Figure, ...] = Field(alias="结果", min_length=1)
    failures: tuple[Failure, ...] = Field((), alias="未达到")


class RecordError(ValueError):
    """The file is not what `text` writes; carries the line, from 1."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what, self.line = what, line


def record(text: str) -> Record:
    """The record that a file holds; RecordError when it is broken."""
    try:
        values, lines = load_yaml(text.removeprefix("\ufeff"))
    except FrontMatterError as error:
        raise RecordError(error.what, error.line) from None
    try:
        return Record.model_validate(values)
    except ValidationError as error:
        place = [str(part) for part in error.errors()[0]["loc"]]
        raise RecordError(f"“{' › '.join(place)}”缺少或写法不对", lines.get(place[0], 1)) from None


def text(found: Record) -> str:
    """The file of a record: one key a line, one entry of a list a line."""
    return _HEAD + "".join(_lines(found.model_dump(by_alias=True)))


def _lines(values: dict[str, Any]) -> list[str]:
    lines = []
    for key, value in values.items():
        if isinstance(value, tuple):
            lines += [f"{key}:{'' if value else ' []'}\n", *(f"  - {_plain(entry)}\n" for entry in value)]
        else:
            lines.append(f"{key}: {_plain(value)}\n")
    return lines


def _plain(value: object) -> str:
    """A value as JSON, which is YAML, too."""
    return json.dumps(value, ensure_ascii=False)
