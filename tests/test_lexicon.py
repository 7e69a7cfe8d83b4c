"""Every word and rule of the lexicon does in its own example what it is there for."""

import re

import pytest

from gongkai import words
from gongkai.extract import ledger, reading, reason
from gongkai.extract.changes import change
from gongkai.model import FigureKind
from gongkai.web import browse, unfit
from gongkai.web.catalogue import Entry, Kind
from test_extract import report


def entries(file, *groups):
    return [
        pytest.param(entry, id=f"{group}-{entry['name'] or entry.expression}")
        for group in groups
        for entry in words.load(file)[group]
    ]


def figures(text):
    return reading(report(text)).figures


@pytest.mark.parametrize("entry", entries("units", "units"))
def test_unit_is_read_behind_a_number(entry):
    (figure,) = figures(entry.example)
    assert (figure.unit, figure.raw) == (entry.word, entry.example)


@pytest.mark.parametrize("entry", entries("qualifiers", "before", "after"))
def test_qualifier_belongs_to_its_figure(entry):
    (figure,) = figures(entry.example)
    assert (figure.qualifier.value, figure.raw) == (entry["qualifier"], entry.example)


@pytest.mark.parametrize("entry", entries("forms", "digits", "han"))
def test_form_tells_what_a_number_is(entry):
    found = [figure for figure in figures(entry.example) if figure.reason == entry["name"]]
    assert [figure.kind.value for figure in found] == [entry["kind"]]
    assert reason(entry["name"]) == entry["label"]


@pytest.mark.parametrize("entry", entries("judgement", "rules"))
def test_rule_decides_its_example(entry):
    before, raw, after = re.split("[⟨⟩]", entry.example)
    found = [figure for figure in figures(before + raw + after) if figure.span.start == len(before)]
    assert [(figure.raw, figure.reason) for figure in found] == [(raw, entry["name"])]
    if entry["kind"]:
        assert found[0].kind.value in (entry["kind"], "change")


@pytest.mark.parametrize("entry", entries("not_figures", "words"))
def test_word_is_one_word_and_no_indicator(entry):
    found = reading(report(entry.example))
    assert not found.indicators
    assert ledger(found).complete
    assert all(
        figure.kind in (FigureKind.WORD, FigureKind.ORDINAL, FigureKind.NAME, FigureKind.DATE)
        for figure in found.figures
    )


@pytest.mark.parametrize("entry", entries("directions", "changes"))
def test_change_has_its_direction(entry):
    found = change(entry.example.rstrip("%0123456789"))
    assert (found.subject, found.verb, found.direction.value) == ("产值", entry.word, entry["direction"])


@pytest.mark.parametrize("entry", entries("periods", "words"))
def test_period_is_recognised(entry):
    (row,) = reading(report(entry.example)).indicators
    assert row.period.raw.startswith(entry.word)
    assert row.period.start


@pytest.mark.parametrize("entry", entries("names", "joints", "times", "scopes", "adverbs", "lead_chars"))
def test_name_does_not_begin_with_it(entry):
    names = [row.name for row in reading(report(entry.example)).indicators]
    assert names
    assert not [name for name in names if name.startswith(entry.word)]


@pytest.mark.parametrize("entry", entries("names", "tails", "tail_chars"))
def test_name_does_not_end_in_it(entry):
    names = [row.name for row in reading(report(entry.example)).indicators]
    assert names
    assert not [name for name in names if name.endswith(entry.word)]


@pytest.mark.parametrize("entry", entries("names", "pairs"))
def test_pair_is_shared_out(entry):
    names = [row.name for row in reading(report(entry.example)).indicators]
    assert names == entry["parts"].split("|")


def test_each_rule_has_a_name_of_its_own():
    groups = [*words.load("forms").values(), *words.load("judgement").values()]
    names = [entry["name"] for group in groups for entry in group]
    assert len(set(names)) == len(names)
    assert all(reason(name) != name for name in names)


@pytest.mark.parametrize("entry", entries("html", "tags"))
def test_html_is_told_what_to_write_instead(entry):
    names = re.compile(r"<(\w+)")
    assert unfit.tag(names.match(entry.example)[1]).mend == entry["mend"]
    assert not entry.never or unfit.tag(names.match(entry.never)[1]).mend != entry["mend"]


@pytest.mark.parametrize("entry", entries("title", "leading"))
def test_word_before_the_subject_of_a_title_goes(entry):
    found = browse.subject(Entry("a.md", "a.html", Kind.DOCUMENT, f"关于{entry.example}", {}))
    assert found
    assert entry.example[re.match(entry.expression, entry.example).end() :].endswith(found)
