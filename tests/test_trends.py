"""Drawings over years, with the templates that draw them: both values printed, gaps said, nothing bridged."""

import re
from decimal import Decimal

import pytest
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from gongkai.rows import COLUMNS, Row
from gongkai.web import trends
from gongkai.web.plugin import THEME


def row(name, value, unit="%", kind="比率"):
    blank = {column.key: "" for column in COLUMNS} | {"line": 1, "column": 1}
    return Row(**{**blank, "name": name, "value": value, "raw": f"{value}{unit}", "unit": unit, "kind": kind})


def rates(*values):
    """Pairs 甲, 乙, 丙 … of this and last year's values."""
    return [
        tuple(row(name, value) if value else None for value in pair)
        for name, pair in zip("甲乙丙丁", values, strict=False)
    ]


def drawn(template, **known):
    engine = Environment(loader=FileSystemLoader(THEME / "partials"), autoescape=True, trim_blocks=True)
    engine.filters["html"] = Markup
    engine.filters["kept"] = str
    return engine.from_string(template).render(**known)


def test_pairs_are_sorted_by_the_later_year_and_say_what_is_missing():
    chart = trends.pairs(rates(("61.66", "60"), (None, "90"), ("98.8", None)), "2022", "2021")
    assert [(mark.name, [(bar.year, bar.value, bar.share) for bar in mark.bars]) for mark in chart.marks] == [
        ("丙", [("2022", "98.8%", "98.80"), ("2021", "", "0")]),
        ("甲", [("2022", "61.66%", "61.66"), ("2021", "60%", "60.00")]),
        ("乙", [("2022", "", "0"), ("2021", "90%", "90.00")]),
    ]
    assert chart.axis == ("0", "50%", "100%")


def test_counts_of_two_years_share_an_axis_from_zero():
    chart = trends.pairs([(row("甲", "50", "件", "数量"), row("甲", "200", "件", "数量"))], "2022", "2021")
    assert [bar.share for bar in chart.marks[0].bars] == ["25.00", "100.00"]
    assert chart.axis == ("0", "200")
    assert "横轴从0到200件，不截断。" in chart.about


@pytest.mark.parametrize(
    "known",
    [
        [],
        [(None, None)],
        [(row("甲", "5", "件", "数量"), row("甲", "5", "个", "数量"))],
        [(row("甲", "5"), row("乙", "5", "%", "变化"))],
        [(row("甲", "120"), row("甲", "90"))],
        [(row("甲", "0", "件", "数量"), None)],
    ],
    ids=["none", "neither year", "units differ", "kinds differ", "over the axis", "nothing but zero"],
)
def test_no_pairs_that_cannot_be_compared(known):
    assert trends.pairs(known, "2022", "2021") is None


def test_pairs_are_drawn_solid_hatched_and_dashed_with_both_values():
    chart = trends.pairs(rates(("98.8", "97.2"), ("61.66", None)), "2022", "2021")
    html = drawn('{% include "charts.html" %}', charts=[chart])
    assert re.findall(r'class="(bar|past|gone)"', html) == ["bar", "past", "bar", "gone"]
    assert html.count('id="hatch"') == 1
    assert [" ".join(re.sub("<[^>]*>", "", how).split()) for how in re.findall(r'class="how">(.*?)</span>', html)] == [
        *("2022年 98.8%", "2021年 97.2%", "2022年 61.66%", "2021年 缺"),
    ]


def test_line_starts_at_zero_and_does_not_bridge_a_gap():
    line = trends.line([Decimal(50), Decimal(100), None, Decimal(75), Decimal(0)])
    assert (line.width, line.gaps) == (132, (66,))
    assert line.points == ((6, "18.0"), (36, "6.0"), (96, "12.0"), (126, "30.0"))
    assert line.path == "M6 18.0L36 6.0M96 12.0L126 30.0"


@pytest.mark.parametrize(
    "values", [[], [1, 2], [1, None, 2], [1, -2, 3]], ids=["none", "two", "two and a gap", "below"]
)
def test_no_line_of_less_than_three_years(values):
    assert trends.line([None if value is None else Decimal(value) for value in values]) is None


def test_line_is_decoration_with_its_last_point_filled():
    template = '{% from "line.html" import line %}{{ line(drawn) }}'
    html = drawn(template, drawn=trends.line([Decimal(1), None, Decimal(2), Decimal(3)]))
    assert 'aria-hidden="true"' in html
    assert html.count("<circle") == 3
    assert re.findall(r'<circle( class="ours")?', html) == ["", "", ' class="ours"']
    assert html.count('class="gone"') == 1
    assert "不足三年" in drawn(template, drawn=None)


def test_all_zero_years_lie_on_the_axis():
    assert {height for _, height in trends.line([Decimal(0)] * 3).points} == {"30.0"}
