"""Find the closing lines of a report, the body that signs and the date: 清溪县人民政府 / 2020年3月2日."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.parse.identity import body_name
from gongkai.parse.opening import squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.parse.lines import Line

# 2023年1月10日 ２０２３年１月１０日 二〇二三年一月十日 2023-01-10 2023.1.10 2023年1月
_DATE = (
    "(?:(?:19|20|１９|２０)[0-9０-９]{2}(?:年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?|[-./][0-9]{1,2}[-./][0-9]{1,2})"
    "|[二一][〇○零Ｏ0O九][〇○零Ｏ0O一二三四五六七八九]{2}年[元正一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)"
)
_DATED = re.compile(f"[（(]?{_DATE}[）)]?(?:印发|发布)?")
# 清溪县人民政府办公室 2020年3月2日印发
_BOTH = re.compile(f"(?P<name>\\D{{3,40}}?){_DATE}(?:印发|发布)?")
_LONGEST = 60


def signature(lines: Sequence[Line]) -> frozenset[int]:
    """Which lines sign: a date alone on its line with the bodies above it, or bodies that end the report."""
    found: set[int] = set()
    for at in range(1, len(lines)):
        dated = _date(lines[at].text)
        if dated:
            names = _names_above(lines, at)
            if names or dated.re is _BOTH or at == len(lines) - 1:
                found.update(names, [at])
    if len(lines) > 1 and not found and body_name(lines[-1].text):
        found.add(len(lines) - 1)
    return frozenset(found)


def signers(lines: Sequence[Line], signed: frozenset[int]) -> list[str]:
    """The bodies that sign, in order."""
    texts = (squeezed(lines[at].text) for at in sorted(signed))
    return [both["name"] if (both := _BOTH.fullmatch(text)) else text for text in texts]


def _date(text: str) -> re.Match[str] | None:
    """A line that is a date, or a body and a date."""
    if len(text) > _LONGEST:
        return None
    plain = squeezed(text)
    both = _BOTH.fullmatch(plain)
    return both if both and body_name(both["name"]) else _DATED.fullmatch(plain)


def _names_above(lines: Sequence[Line], at: int) -> list[int]:
    """Up to four lines with names of bodies right above a date."""
    names: list[int] = []
    above = at - 1
    while above > 0 and len(names) < 4 and body_name(lines[above].text):
        names.append(above)
        above -= 1
    return names
