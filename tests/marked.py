"""A Reading from marked-up text, so that tests need neither parser nor extractor.

    = title line · ~ front line · # heading · ## heading below · > signature · | table line · anything else a paragraph

A paragraph that begins with 一是 is a point whose lead ends at the first 。 or ：. A number stands in braces:
`{98.8%|办结率|98.8|%|over}` is an indicator with name, value, unit and qualifier, `{2022年}` is none.
"""

import hashlib
import re
import tempfile
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from gongkai import pages
from gongkai.model import (
    Figure,
    FigureKind,
    Heading,
    Indicator,
    Paragraph,
    ParagraphKind,
    Period,
    Qualifier,
    Reading,
    Report,
    Section,
    Sentence,
    Source,
    Span,
)

_NUMBER = re.compile(r"\{(?P<raw>[^{}|]+)(?:\|(?P<rest>[^{}]*))?\}")
_POINT = re.compile(r"[一二三四五六七八九十]+是")
_HEADING = re.compile(r"(?P<number>[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)?(?P<text>.*?)[。：]?")
_KINDS = {"~": ParagraphKind.FRONT, ">": ParagraphKind.SIGNATURE, "|": ParagraphKind.TABLE}


def source(text, name="test.txt"):
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    return Source(name, text, hashlib.sha256(text.encode()).hexdigest(), "utf-8", True, tuple(starts))


def heading(span, line, depth):
    found = _HEADING.fullmatch(line)
    return Heading(span, found["number"] or "", found["text"], depth, depth, run_in=False)


def paragraph(span, kind, text):
    start = span.start
    pieces = re.finditer(r"[^。]*。|[^。]+\Z", span.of(text))
    sentences = [Sentence(Span(start + found.start(), start + found.end())) for found in pieces]
    point = _POINT.match(text, span.start, span.end) if kind is ParagraphKind.TEXT else None
    if not point:
        return Paragraph(span, kind, tuple(sentences))
    lead = re.compile(r"[^。：]*[。：]").match(text, start, span.end)
    return Paragraph(
        span, ParagraphKind.POINT, tuple(sentences), point[0], Sentence(Span(*lead.span())) if lead else None
    )


def nested(entries, depth=0):
    """Sections from (heading, paragraphs) in reading order, by the depth of the headings."""
    sections = []
    while entries and entries[0][0].depth > depth:
        head, paragraphs = entries.pop(0)
        sections.append(Section(head, tuple(paragraphs), nested(entries, head.depth)))
    return tuple(sections)


def figure(span, raw, rest):
    if rest is None:
        return Figure(span, raw, FigureKind.DATE, "date")
    _, value, unit, qualifier = [*rest.split("|"), "", "", ""][:4]
    return Figure(
        span,
        raw,
        FigureKind.RATE if unit == "%" else FigureKind.COUNT,
        "counted",
        (Fraction(value) if "/" in value else Decimal(value)) if value else None,
        unit=unit,
        qualifier=Qualifier(qualifier) if qualifier else None,
    )


def reading(marked, *, name="test.txt", issuer="某县司法局", year=2022):
    lines, spans, marks, figures, at = [], [], [], [], 0
    for whole in marked.strip("\n").split("\n"):
        mark = re.match(r"(=|~|>|\||#+) ", whole)
        line = whole[mark.end() :] if mark else whole
        plain = ""
        cursor = 0
        for found in _NUMBER.finditer(line):
            plain += line[cursor : found.start()]
            span = Span(at + len(plain), at + len(plain) + len(found["raw"]))
            figures.append((figure(span, found["raw"], found["rest"]), (found["rest"] or "").split("|")[0]))
            plain, cursor = plain + found["raw"], found.end()
        plain += line[cursor:]
        lines.append(plain)
        spans.append(Span(at, at + len(plain)))
        marks.append(mark[1] if mark else "")
        at += len(plain) + 1
    text = "\n".join(lines)
    return Built(source(text, name), lines, spans, marks, figures).reading(issuer, year)


@dataclass(frozen=True)
class Account:
    span: Span
    raw: str
    judged: str
    reason: str
    indicator: bool


@dataclass(frozen=True)
class Ledger:
    accounts: tuple[Account, ...]
    numerals: int
    covered: int


def account(read):
    """The account of a reading's digits, as extract would make it."""
    entries = [
        Account(
            f.span,
            f.raw,
            "数量" if f.is_indicator else "日期",
            "按单位判定" if f.is_indicator else "年月日",
            f.is_indicator,
        )
        for f in read.figures
    ]
    digits = [m.start() for m in re.finditer(r"\d", read.report.source.text)]
    covered = sum(any(e.span.start <= at < e.span.end for e in entries) for at in digits)
    return Ledger(tuple(entries), len(digits), covered)


class Built:
    def __init__(self, source, lines, spans, marks, figures):
        self.source, self.lines, self.spans, self.marks, self.figures = source, lines, spans, marks, figures

    def reading(self, issuer, year):
        text = self.source.text
        titles, front, root, entries = [], [], [], []
        for line, span, written in zip(self.lines, self.spans, self.marks, strict=True):
            mark = "" if written in ("=", "~") and (root or entries) else written
            if mark == "=":
                titles.append(span)
            elif mark.startswith("#"):
                entries.append((heading(span, line, len(mark)), []))
            elif line.strip():
                made = paragraph(span, _KINDS.get(mark, ParagraphKind.TEXT), text)
                (front if mark == "~" else entries[-1][1] if entries else root).append(made)
        title = "".join(span.of(text) for span in titles)
        body = Section(None, tuple(root), nested(entries))
        report = Report(self.source, title, tuple(titles), issuer, year, tuple(front), body)
        return Reading(report, tuple(f for f, _ in self.figures), tuple(self.indicators(report)))

    def indicators(self, report):
        names = {figure.span: (figure, name) for figure, name in self.figures}
        places = [(path, p) for path, p in report.paragraphs()]
        places += [(path, s.heading) for path, s in report.body.walk() if s.heading]
        places += [((), Sentence(span)) for span in report.title_spans]
        for number, (span, (found, name)) in enumerate(sorted(names.items())):
            if not found.is_indicator:
                continue
            path, where = next((path, p) for path, p in places if p.span.holds(span))
            sentences = getattr(where, "sentences", ()) or (where,)
            sentence = next(s.span for s in sentences if s.span.holds(span))
            key = hashlib.sha256(f"{sentence.of(report.source.text)}{span.of(report.source.text)}{number}".encode())
            period = Period("", str(report.year or ""), str(report.year or ""))
            yield Indicator(
                key.hexdigest()[:8], found, name, "", path, getattr(where, "marker", ""), sentence, period, ""
            )


def together(facts, made):
    """The files made of one report, and those of all reports together, as bytes."""
    with tempfile.TemporaryDirectory() as stage:
        gathered = pages.Together(Path(stage), "data")
        gathered.add(facts, made)
        return made | {path: d.read_bytes() if isinstance(d, Path) else d for path, d in gathered.files().items()}
