"""Apply what a person says of the headings: this line is one, of that level; that line is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gongkai.parse.heads import head
from gongkai.parse.nesting import Step
from gongkai.parse.numbering import number
from gongkai.parse.opening import squeezed
from gongkai.parse.outline import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gongkai.companion import HeadingCorrection
    from gongkai.parse.lines import Line

_CLOSING = "。：:；;"


def key(text: str) -> str:
    """A heading without blanks, number and closing mark, as corrections are compared."""
    mark = number(text.strip())
    words = text.strip()[mark.end :] if mark else text
    return _bare(words)


def first_words(text: str) -> str:
    """The words of a line up to its first mark, as corrections are compared."""
    return _bare(head(text, number(text)).words)


def _bare(words: str) -> str:
    return squeezed(words).rstrip(_CLOSING)


def corrected(
    lines: Sequence[Line], entries: Mapping[int, Entry], corrections: Iterable[HeadingCorrection]
) -> dict[int, Entry]:
    """The headings after the corrections; each applies to every line whose words, up to the first mark, are its own."""
    wanted = {key(correction.text): correction.level for correction in corrections}
    if not wanted:
        return dict(entries)
    found = dict(entries)
    for at, line in enumerate(lines):
        one = head(line.text, number(line.text))
        level = wanted.get(_bare(one.words))
        if level == 0:
            found.pop(at, None)
        elif level:
            known = entries.get(at) or Entry(one, Step("corrected", level, 0))
            found[at] = replace(known, depth=level, lost=False)
    return dict(sorted(found.items()))
