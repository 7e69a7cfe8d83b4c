"""Who issued a report and for which year: 清溪县司法局2021年工作总结和2022年工作计划 -> 清溪县司法局, 2021."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.parse.opening import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# 2022年, ２０２２年, 二〇二二年, 2022年度, 2021—2022年度 (the last)
_YEAR = re.compile(
    "(?P<digits>(?:19|20|１９|２０)[0-9０-９]{2})\\s*年|(?P<han>二[〇○零Ｏ0O][〇○零Ｏ0O一二三四五六七八九]{2})\\s*年"
)
_HAN_YEAR = str.maketrans("〇○零ＯO一二三四五六七八九", "00000123456789")
_LABEL = re.compile(r"^[\[【（(]?(?P<label>[^:：\s]{2,6})\s*[:：]\s*(?P<value>\S{2,40})?")


def year(title: str, front: Sequence[str], body: Iterable[str]) -> int | None:
    """The year that the report is about: of the title, else of the head, else the first that the text names."""
    for text in chain([title], (line for line in front if not _LABEL.match(line)), body):
        if found := _YEAR.search(text):
            digits = found["digits"]
            return int(digits) if digits else int(found["han"].translate(_HAN_YEAR))
    return None


def issuer(title: str, front: Sequence[str], body: Sequence[str], signature: Sequence[str]) -> str | None:
    """The issuing body as the text names it: label, title, signature, 来源, or the body that the speaker stands for."""
    return (
        _labelled(front, words.words("issuers", "labels"))
        or _of_title(squeezed(title))
        or next((name for name in map(body_name, signature) if name), None)
        or next((name for name in map(body_name, front) if name), None)
        or _labelled(front, ("来源", "信息来源", "文章来源", "稿源"))
        or _spoken_for(squeezed(title), front, body)
    )


def body_name(text: str) -> str | None:
    """The line without its blanks when it is the name of a body and nothing else: 清 溪 县 司 法 局."""
    plain = squeezed(text)
    if 3 <= len(plain) <= 40 and _names_body().fullmatch(plain):
        return plain
    return None


@cache
def _names_body() -> re.Pattern[str]:
    return re.compile(
        f"[\u4e00-\u9fff（）()·]{{1,34}}(?:{words.alternation('issuers', 'suffixes')})(?:[（(][^）)]{{2,20}}[）)])?"
    )


@cache
def _topics() -> re.Pattern[str]:
    return re.compile(words.alternation("title", "topics"))


@cache
def _places() -> re.Pattern[str]:
    return re.compile(words.alternation("issuers", "places"))


@cache
def _speaking_for() -> re.Pattern[str]:
    return re.compile(words.alternation("issuers", "speaking_for"))


def _labelled(front: Sequence[str], labels: Sequence[str]) -> str | None:
    """The body behind a label, on its line or on the next."""
    for line, below in zip(front, (*front[1:], ""), strict=False):
        found = _LABEL.match(line)
        if found and found["label"] in labels:
            name = body_name(found["value"] or below)
            if name:
                return name
    return None


def _of_title(title: str) -> str | None:
    """What stands before the topic: 云阳县人民政府办公室 of 云阳县人民政府办公室关于2022年…"""
    start = 0
    if found := re.match(r"(?:\d{4}年(?:度)?|关于)+", title):
        start = found.end()
    for topic in _topics().finditer(title, start):
        if name := body_name(title[start : topic.start()]):
            return name
    return None


def _spoken_for(title: str, front: Sequence[str], body: Sequence[str]) -> str | None:
    """长沙县人民政府: the place of the title or of the meeting, and the body of 我代表县人民政府."""
    spoken = next(filter(None, map(_speaking_for().search, body)), None)
    if not spoken:
        return None
    kind = spoken["kind"] or ""
    for text in (title, *front):
        for piece in re.split("[年月日在]|关于", squeezed(text)):
            place = _places().match(piece)
            if place and place[0].endswith(kind):
                return place[0] + str(spoken["body"])
    return None
