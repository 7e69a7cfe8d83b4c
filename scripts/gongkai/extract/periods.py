"""Tell the time that a figure speaks of: 截至12月31日, 去年以来, 2021年以来, the report's year by default."""

from __future__ import annotations

import calendar
import re
from functools import cache
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.model import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.model import Heading

_WINDOW = 90
_UNTIL = re.compile(r"(?:截至|截止|到|至)(?:目前)?$")
# 2022年12月31日 · 2021年 · 12月31日 · 1—9月
_DATE = re.compile(
    r"(?=\d)(?:(?P<year>(?:19|20)\d\d)[  ]?年(?:度)?)?"
    r"(?:[  ]?(?:(?P<from>\d{1,2})(?:月)?[-－—–~～至到]{1,2})?"
    r"(?P<month>\d{1,2})[  ]?月份?(?:[  ]?(?P<day>\d{1,2})[  ]?[日号])?)?"
)
# 较2022年底, 由2017年: what is compared with
_BASE = re.compile(r"(?:较|比|与|同|由|从)$")
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)年?[  ]?(?:[-－—–~～]{1,2}|至|到)[  ]?(?P<last>(?:19|20)\d\d)年")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=[  ]?年)")
_HALVES = {
    "half1": ("01", "06"),
    "half2": ("07", "12"),
    "q1": ("01", "03"),
    "q2": ("04", "06"),
    "q3": ("07", "09"),
    "q4": ("10", "12"),
    "q1-3": ("01", "09"),
}


def period(before: str, path: Sequence[Heading], year: int | None) -> Period:
    """The period of a figure with `before` in front of it in its sentence, under the headings `path`."""
    text = _compared().sub(lambda match: "\0" * len(match.group()), before[-_WINDOW:])
    found = _last_mention(text, _year_of(path, year))
    if found:
        return found
    default = str(_year_of(path, year) or "")
    return Period("", default, default)


def _year_of(path: Sequence[Heading], year: int | None) -> int | None:
    """The year that the nearest heading names, if it names just one; else the report's."""
    for heading in reversed(path):
        years = set(_YEAR.findall(heading.text))
        if len(years) == 1:
            return int(years.pop())
    return year


def _last_mention(text: str, year: int | None) -> Period | None:
    """The time word or date nearest to the end of the text."""
    best, found = -1, None
    for match in _word().finditer(text):
        if match.start() > best and not _BASE.search(text[: match.start()]):
            best, found = match.start(), _spanned(match.group(), _spans()[match.group()], year, text[match.end() :])
    for match in _DATE.finditer(text):
        dated = match.group() and match.start() > best and (match["year"] or match["month"])
        if dated and not _BASE.search(text[: match.start()]):
            told = _dated(match, text, year)
            if told:
                best, found = match.start(), told
    spans = list(_YEARS.finditer(text))
    if spans and spans[-1].end() > best:
        return Period(spans[-1].group(), spans[-1]["first"], spans[-1]["last"])
    return found


def _spanned(raw: str, span: str, year: int | None, rest: str) -> Period | None:
    if re.fullmatch(r"\d{4}-\d{4}", span):
        return Period(raw, span[:4], span[5:])
    if year is None:
        return Period(raw, "", "")
    since = rest.startswith("以来")
    if span == "year":
        return Period(raw, str(year), str(year))
    if span in ("previous", "before_previous"):
        earlier = str(year - (1 if span == "previous" else 2))
        return Period(raw + "以来" if since else raw, earlier, str(year) if since else earlier)
    if span == "five":
        return Period(raw, str(year - 4), str(year))
    first, last = _HALVES[span]
    return Period(raw, f"{year}-{first}", f"{year}-{last}")


def _dated(match: re.Match[str], text: str, year: int | None) -> Period | None:
    known = match["year"] or (str(year) if year else "")
    if not known:
        return None
    after, until = text[match.end() :], bool(_UNTIL.search(text[: match.start()]))
    if not match["month"]:
        return _of_year(match.group(), known, after, until=until, year=year)
    raw = text[: match.start()][-2:] + match.group() if until else match.group()
    return _of_month(match, raw, known, closing=until or after.startswith(("底", "末")))


def _of_month(match: re.Match[str], raw: str, year: str, *, closing: bool) -> Period | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    if match["day"]:
        return Period(raw, "", f"{year}-{month:02}-{int(match['day']):02}") if closing else None
    if match["from"]:
        return Period(raw, f"{year}-{int(match['from']):02}", f"{year}-{month:02}")
    if closing:
        return Period(raw, "", f"{year}-{month:02}-{calendar.monthrange(int(year), month)[1]:02}")
    return Period(raw, f"{year}-{month:02}", f"{year}-{month:02}")


def _of_year(raw: str, known: str, after: str, *, until: bool, year: int | None) -> Period:
    if after.startswith("以来"):
        return Period(raw + "以来", known, str(max(year or 0, int(known))))
    if until or after.startswith(("底", "末", "年底")):
        return Period(raw, "", f"{known}-12-31")
    return Period(raw, known, known)


@cache
def _spans() -> dict[str, str]:
    return {entry.word: entry["span"] for entry in words.load("periods")["words"]}


@cache
def _word() -> re.Pattern[str]:
    return re.compile(words.alternation("periods", "words"))


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(words.alternation("periods", "not_periods"))
