"""Apply what the office corrected: 指标修正 of seeds/NAME.yml renames, drops or adds an indicator.

`{原文: 98.8%, 句中: 共接, 改名: 12345热线办结率}` finds the figure 98.8% in the sentence that holds 共接.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from gongkai.extract.indicators import indicators, placed
from gongkai.extract.tables import Tables
from gongkai.findings import Place, Rule, Severity
from gongkai.model import FigureKind, Period, Reading
from gongkai.numerals import number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from gongkai.companion import IndicatorCorrection
    from gongkai.findings import Finding
    from gongkai.model import Figure, Indicator, Span

UNFIT = Rule(
    "GK231",
    "indicator-correction-unfit",
    Severity.ERROR,
    """指标修正找不到它说的数字。

    What: seeds/NAME.yml 里有一条指标修正，按“原文”“句中”在报告里找不到这个数字，或者要删的本来就不是指标。
    Why: 报告换了版本，或者抄写有误。不照办又不说，错误的指标就会悄悄回到网上。
    Wrong: {原文: 98.9%, 改名: 办结率}，而报告写的是 98.8%
    Right: {原文: 98.8%, 改名: 办结率}
    """,
)
UNCLEAR = Rule(
    "GK232",
    "indicator-correction-unclear",
    Severity.ERROR,
    """指标修正对得上不止一个数字。

    What: seeds/NAME.yml 里有一条指标修正，按“原文”“句中”在报告里对上了几个数字。
    Why: 不知道改哪一个，改错了比不改更糟。
    Wrong: {原文: 100%, 改名: 进驻率}，而报告里有六处 100%
    Right: {原文: 100%, 句中: 进驻行政审批单位, 改名: 进驻率}
    """,
)
RULES = (UNFIT, UNCLEAR)
REASON = "correction"


def corrected(
    reading: Reading, corrections: Sequence[IndicatorCorrection], file: str, line: int
) -> tuple[Reading, list[Finding]]:
    """The reading with the corrections carried out, and a finding for each that no longer fits.

    `file` is the companion's path to print, `line` the line of its 指标修正.
    """
    findings = []
    place = Place(file, line)
    sentences = placed(reading.report, reading.figures)
    for correction in corrections:
        found = _figures(reading, correction, sentences)
        if len(found) == 1:
            changed = _carried_out(reading, found[0], correction)
            if changed is not None:
                reading = changed
                continue
            found = []
        findings.append(_complaint(place, correction, len(found)))
    return reading, findings


def _complaint(place: Place, correction: IndicatorCorrection, count: int) -> Finding:
    what = f"“{correction.raw}”" + (f"（句中“{correction.near}”）" if correction.near else "")
    if count:
        return UNCLEAR.at(
            place, f"指标修正 {what} 对得上 {count} 个数字", "在“句中”写上那一句独有的几个字，或写“第几个”"
        )
    if correction.drop:
        return UNFIT.at(
            place, f"指标修正 {what} 要删的数字不在报告里，或者本来就不是指标", "对照报告改正“原文”，或删去这一条"
        )
    return UNFIT.at(place, f"指标修正 {what} 在报告里找不到", "对照报告改正“原文”和“句中”，或删去这一条")


def _figures(reading: Reading, correction: IndicatorCorrection, sentences: dict[Span, Span]) -> list[Figure]:
    """The figures that a correction may mean: by raw text, words of the sentence, and number in the sentence."""
    text, wanted = reading.report.source.text, "".join(correction.raw.split())
    near = "".join(correction.near.split())
    groups: dict[Span, list[Figure]] = {}
    for figure in reading.figures:
        sentence = sentences.get(figure.span, figure.span)
        if "".join(figure.raw.split()) == wanted and near in "".join(sentence.of(text).split()):
            groups.setdefault(sentence, []).append(figure)
    chosen = [group[correction.nth - 1] for group in groups.values() if len(group) >= correction.nth]
    several = [group for group in groups.values() if len(group) > 1]
    return several[0] if several and len(groups) == 1 and "nth" not in correction.model_fields_set else chosen


def _carried_out(reading: Reading, figure: Figure, correction: IndicatorCorrection) -> Reading | None:
    """The reading after one correction; None when there is nothing to carry it out on."""
    row = next((row for row in reading.indicators if row.figure.span == figure.span), None)
    if correction.drop:
        return _dropped(reading, figure) if row else None
    if row is None:
        return _added(reading, figure, correction) if correction.add else None
    changed = replace(
        row,
        name=correction.name or correction.add or row.name,
        figure=row.figure if correction.unit is None else replace(row.figure, unit=correction.unit),
        period=_period(correction.period) if correction.period else row.period,
    )
    return _with(reading, changed)


def _dropped(reading: Reading, figure: Figure) -> Reading:
    rest = replace(figure, kind=FigureKind.REFERENCE, reason=REASON)
    figures = tuple(rest if known.span == figure.span else known for known in reading.figures)
    gone = {row.id for row in reading.indicators if row.figure.span == figure.span}
    rows = [row for row in reading.indicators if row.id not in gone]
    rows = [replace(row, part_of="") if row.part_of in gone else row for row in rows]
    return replace(reading, figures=figures, indicators=tuple(rows))


def _added(reading: Reading, figure: Figure, correction: IndicatorCorrection) -> Reading:
    """A number that was passed over becomes an indicator under the given name."""
    worth = figure.value if figure.value is not None else _worth(figure.raw)
    kind = FigureKind.RATE if isinstance(worth, Fraction) or figure.unit in ("%", "％") else FigureKind.COUNT
    counted = replace(figure, kind=kind, reason=REASON, value=worth, unit=correction.unit or figure.unit)
    figures = tuple(counted if known.span == figure.span else known for known in reading.figures)
    made = next(
        row for row in indicators(reading.report, figures, Tables.of(reading.report)) if row.figure.span == figure.span
    )
    row = replace(made, name=correction.add)
    row = replace(row, period=_period(correction.period)) if correction.period else row
    rows = sorted([*reading.indicators, row], key=lambda row: row.figure.span)
    return replace(reading, figures=figures, indicators=tuple(rows))


def _worth(raw: str) -> Decimal | Fraction | None:
    """The value of the first number in a raw text."""
    found = (number(raw, at) for at in range(len(raw)))
    return next((one.value for one in found if one and one.value is not None), None)


def _with(reading: Reading, changed: Indicator) -> Reading:
    rows = tuple(changed if row.id == changed.id else row for row in reading.indicators)
    figures = tuple(changed.figure if known.span == changed.figure.span else known for known in reading.figures)
    return replace(reading, figures=figures, indicators=rows)


def _period(written: str) -> Period:
    """2022, or 2022-01-01/2022-12-31, as the office wrote it."""
    start, _, end = written.partition("/")
    return Period(written, start, end or start)
