"""Indicator rows as CSV for people and JSON for programs: nothing is lost on the way there and back."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.model import Direction, FigureKind, Qualifier
from gongkai.rows import (
    COLUMNS,
    DIRECTIONS,
    KINDS,
    QUALIFIERS,
    Row,
    codebook_csv,
    from_csv,
    from_json,
    to_csv,
    to_json,
)

HOSTILE = st.sampled_from(["=1+1", "+5", "-5", "@SUM(A1)", "'甲", "''", "\t", "\r\n", "\n", '"', ",", "＝1", "2/3", "12:47:41", "1e20", "00123", "", " "])  # fmt: skip
TEXT = st.one_of(HOSTILE, st.text(st.characters(exclude_categories=["Cs"])))
ROWS = st.lists(
    st.builds(
        Row,
        **{column.key: st.integers(1, 99999) if column.key in {"line", "column"} else TEXT for column in COLUMNS},
    ),
    max_size=4,
)


def row(**values):
    empty = {column.key: 1 if column.key in {"line", "column"} else "" for column in COLUMNS}
    return Row(**{**empty, **values})


@given(ROWS)
def test_csv_there_and_back(rows):
    assert from_csv(to_csv(rows)) == rows


@given(ROWS, st.lists(st.dictionaries(TEXT, TEXT, max_size=3), max_size=3))
def test_json_there_and_back(rows, reports):
    assert from_json(to_json(reports, rows)) == (reports, rows)


def cell(text):
    """What a spreadsheet is given for a value."""
    line = list(csv.reader(io.StringIO(to_csv([row(value=text)]).decode("utf-8-sig"), newline="")))[1]
    return line[[column.key for column in COLUMNS].index("value")]


@pytest.mark.parametrize("text", ["=1+1", "+5件", "-a", "@a", "＝1", "＋1", "－1", "＠a", "\t=1", "\r=1", "\n=1", "'a"])
def test_spreadsheet_is_given_no_formula(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["2/3", "12:47:41", "5-10", "2022-12", "1e20", "31901e02", "0123", "1234567890123456"])
def test_spreadsheet_does_not_turn_a_cell_into_another(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["98.8", "-5", "0", "0.5", "350000", "2022", "2022-12-31", "98.8%", "3a9c1e02", "5—10"]
)
def test_numbers_dates_and_words_stay_bare(text):
    assert cell(text) == text


def test_csv_opens_in_a_spreadsheet():
    data = to_csv([row(name="办结率", sentence="甲\n乙")])
    assert data.startswith(b"\xef\xbb\xbf\xe7\xbc\x96\xe5\x8f\xb7,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 2


def test_json_has_a_line_for_each_row():
    data = to_json([{"title": "甲"}], [row(id="a"), row(id="b")])
    assert [line[:11] for line in data.decode().splitlines() if '"id"' in line] == ['  {"id": "a', '  {"id": "b']
    assert json.loads(data)["reports"] == [{"title": "甲"}]


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"reports": [], "indicators": [{"id": "a"}]}', b"1", b"{"])
def test_other_json_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - json's own error is one
        from_json(data)


def test_other_csv_is_refused():
    with pytest.raises(ValueError, match="表头"):
        from_csv("编号,名称\r\n".encode())


def test_every_kind_qualifier_and_direction_has_a_word():
    assert set(KINDS) == {kind for kind in FigureKind if kind.is_indicator}
    assert set(QUALIFIERS) == set(Qualifier)
    assert set(DIRECTIONS) == set(Direction)


@pytest.mark.parametrize(("words", "key"), [(KINDS, "kind"), (QUALIFIERS, "qualifier"), (DIRECTIONS, "direction")])
def test_codebook_names_every_word(words, key):
    about = next(column.about for column in COLUMNS if column.key == key)
    assert all(word in about for word in words.values())


def test_codebook_has_a_line_for_each_column():
    lines = list(csv.reader(io.StringIO(codebook_csv().decode("utf-8-sig"), newline="")))
    assert lines[0] == ["字段", "表头", "含义"]
    assert lines[1:] == [[column.key, column.head, column.about] for column in COLUMNS]
