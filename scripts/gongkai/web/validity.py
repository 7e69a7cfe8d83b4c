"""Whether a document is in force, in words for readers: 有效性: 废止 -> 已废止, 2022-03-01 废止.

有效性 is what the office declares. Nothing is reckoned from the day's date: no clock is read in a build.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongkai.web.catalogue import Entry

_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")


@dataclass(frozen=True, slots=True)
class State:
    """A value of 有效性, and how it is shown."""

    value: str
    """As front matter has it: 废止."""
    label: str
    """已废止."""
    style: str
    """CSS class, and name of its colour tokens."""
    icon: str
    slug: str
    """Its part of an address."""
    since: str = ""
    """What follows the date beside a badge: 废止."""
    dated: str = ""
    """The banner's sentence with {date}."""
    undated: str = ""
    """The banner's sentence when the date is not known; empty for a state without banner."""
    ground: str = ""
    """What the document that made it so is called: 废止依据."""
    instead: str = "现在看哪份"
    """What the documents to read instead are called."""


_OVER = "不再作为办事依据。以下原文仅供查阅。"
_STATES = (
    State("有效", "现行有效", "ok", "valid", "youxiao"),
    State(
        *("部分有效", "部分有效", "mod", "half", "bufenyouxiao", "起部分有效"),
        dated="本文件从{date}起有一部分不再有效。办事以前，请核对还有效的条款。",
        undated="本文件有一部分不再有效。办事以前，请核对还有效的条款。",
        ground="依据",
    ),
    State(
        *("尚未施行", "尚未施行", "fut", "calendar", "shangweishixing", "起施行"),
        dated="本文件自{date}起施行，现在还不作为办事依据。",
        undated="本文件还没有施行，现在还不作为办事依据。",
        instead="施行以前看哪份",
    ),
    State(
        *("已修改", "已修改", "mod", "pen", "yixiugai", "修改"),
        dated="本文件已于{date}修改。以下是修改前的原文，仅供查阅。",
        undated="本文件已经修改。以下是修改前的原文，仅供查阅。",
        ground="修改依据",
        instead="看修改后的全文",
    ),
    State(
        *("失效", "已失效", "exp", "clock", "shixiao", "失效"),
        dated="本文件自{date}起失效，" + _OVER,
        undated="本文件已失效，" + _OVER,
        ground="失效依据",
    ),
    State(
        *("废止", "已废止", "rep", "ban", "feizhi", "废止"),
        dated="本文件自{date}起废止，" + _OVER,
        undated="本文件已废止，" + _OVER,
        ground="废止依据",
    ),
)
STATES = {state.value: state for state in _STATES}
"""By 有效性, in the order in which lists show them."""
_TERM_OVER = replace(STATES["失效"], since="到期", dated="本文件有效期到{date}，已失效，" + _OVER)
WITHDRAWN = State(
    *("撤下", "已撤下", "exp", "ban", "chexia", "撤下"),
    dated="这份文件已撤下。撤下日期、原因和文号见下。",
    undated="这份文件已撤下。撤下日期、原因和文号见下。",
)


def state(item: Entry) -> State | None:
    """The state of a document; None when it has none, as a report or a notice."""
    if item.withdrawn:
        return WITHDRAWN
    found = STATES.get(item.value("有效性"))
    until = item.day("有效期至")
    over = found is not None and found.value == "失效" and until and item.day("失效日期") in {"", until}
    return _TERM_OVER if over else found


def day(item: Entry) -> str:
    """The ISO date from which the state holds; empty when it is not known or does not matter."""
    found = state(item)
    if not found or not found.undated:
        return ""
    amended = max((date for date, _ in amendments(item)), default="")
    ended = item.day("失效日期")
    return {
        "撤下": _day(item.withdrawn.get("日期")),
        "尚未施行": item.day("施行日期"),
        "已修改": amended,
        "部分有效": ended or amended,
        "失效": ended or item.day("有效期至"),
    }.get(found.value, ended)


def since(item: Entry) -> str:
    """What stands beside the badge: 2022-03-01 废止; empty when the date is not known."""
    found, date = state(item), day(item)
    return f"{date} {found.since}" if found and date else ""


def sentence(item: Entry) -> str:
    """What the banner says; empty for a document that is in force."""
    found, date = state(item), day(item)
    if not found:
        return ""
    return found.dated.format(date=spoken(date)) if date else found.undated


def amendments(item: Entry) -> list[tuple[str, str]]:
    """Date and 依据 of each 修改 whose date is known, oldest first."""
    listed = item.meta.get("修改")
    parts = [part for part in listed if isinstance(part, dict)] if isinstance(listed, list) else []
    found = [(_day(part.get("日期")), str(part.get("依据") or "")) for part in parts]
    return sorted(pair for pair in found if pair[0])


def spoken(date: str) -> str:
    """2022-03-01 -> 2022年3月1日."""
    found = _DAY.match(date)
    return f"{found['year']}年{int(found['month'])}月{int(found['day'])}日" if found else date


def _day(value: object) -> str:
    found = _DAY.match(value) if isinstance(value, str) else None
    return found[0] if found else ""
