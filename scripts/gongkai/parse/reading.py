"""Read a source as a report: title, head, headings, paragraphs, sentences, each with its span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.model import ParagraphKind, Report, Span
from gongkai.parse.body import body
from gongkai.parse.closing import signers
from gongkai.parse.corrections import corrected
from gongkai.parse.identity import issuer, year
from gongkai.parse.lines import lines
from gongkai.parse.numbered import numbered
from gongkai.parse.opening import one_line, opening
from gongkai.parse.outline import outline
from gongkai.parse.paragraphs import whole
from gongkai.parse.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gongkai.companion import HeadingCorrection
    from gongkai.model import Source

_FIRST_LINES = 12
"""How far into the body the issuer and the year are looked for."""
_FIRST_CHARACTERS = 2000


def report(source: Source, headings: Iterable[HeadingCorrection] = ()) -> Report:
    """The report that a source holds, with the corrections of its headings applied. Time is linear in its length."""
    found = lines(source.text)
    head = opening(found)
    rest = body(found[head.body :])
    judged = numbered(rest)
    entries = corrected(rest.lines, outline(rest, judged), headings)
    title = one_line(head.title)
    front = [line.text for line in head.front]
    beginning = [line.text[:_FIRST_CHARACTERS] for line in rest.lines[:_FIRST_LINES]]
    return Report(
        source=source,
        title=title,
        title_spans=tuple(Span(line.start, line.end) for line in head.title),
        issuer=issuer(title, front, beginning, signers(rest.lines, rest.signed)),
        year=year(title, front, beginning),
        front=tuple(whole(source.text, line, ParagraphKind.FRONT) for line in head.front),
        body=sections(source.text, rest, entries, judged.keys() - entries.keys()),
    )
