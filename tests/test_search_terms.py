"""What is indexed of a text and asked for by a query."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gongkai.search import terms
from gongkai.search.fold import fold, traditional
from gongkai.search.query import listed, plan
from gongkai.search.ranking import ranking
from gongkai.search.readings import sound, spelled, syllables
from gongkai.search.suggestion import nearest, suggestion
from gongkai.words import load

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "search_terms.yml").read_text(encoding="utf-8"))


def asked(query):
    return plan(query, ranking()["query"], listed())


def cases(group, key):
    return [pytest.param(case, id=str(case[key])) for case in CASES[group]]


@pytest.mark.parametrize("case", cases("terms", "text"))
def test_text_has_its_terms(case):
    folded = fold(case["text"])
    found = {*terms.bigrams(folded), *terms.words(folded), *terms.keys(folded)}
    assert set(case["has"]) <= found
    assert not set(case.get("never", ())) & found


@pytest.mark.parametrize("case", cases("fold", "text"))
def test_folding_gives_one_form(case):
    assert fold(case["text"]) == case["as"]


@given(st.text())
def test_folding_twice_changes_nothing_more_and_keeps_out_control_characters(text):
    once = fold(text)
    assert fold(once) == once
    assert not any(ord(c) < 0x20 or 0xD800 <= ord(c) < 0xE000 for c in once)


def test_no_character_of_simplified_text_is_folded_as_a_traditional_one():
    for character in traditional():
        with pytest.raises(UnicodeEncodeError):
            character.encode("gb2312")


@pytest.mark.parametrize("case", cases("plans", "query"))
def test_query_is_looked_up_by_its_terms(case):
    assert [term.text for term in asked(case["query"]).terms] == case["terms"]


def test_weak_words_and_gaps_weigh_less_than_what_is_asked_for():
    weights = {term.text: term.weight for term in asked("申请几个公租房").terms}
    assert weights["公租"] == 1
    assert weights["申请"] < 1
    assert weights["请公"] < 1


def test_a_query_of_weak_words_alone_is_still_asked():
    assert [term.text for term in asked("办理流程").terms] == ["办理", "理流", "流程"]


def test_a_long_query_is_cut():
    assert len(asked("公租房" * 3000).text) == ranking()["query"]["longest"]


@pytest.mark.parametrize("entry", load("search")["stop"], ids=lambda entry: entry.expression)
def test_word_of_asking_is_left_out_of_its_example(entry):
    assert len(asked(entry.example).text) < len(entry.example)


@pytest.mark.parametrize("entry", load("search")["weak"], ids=lambda entry: entry.word)
def test_weak_word_weighs_less_in_its_example(entry):
    weights = {term.text: term.weight for term in asked(entry.example).terms}
    assert weights[entry.word[:2]] < 1
    assert max(weights.values()) == 1


@given(st.text(max_size=300))
def test_any_query_can_be_planned(query):
    assert all(term.weight > 0 and term.text for term in asked(query).terms)


def test_readings_follow_the_order_of_the_standard():
    assert [syllables()[c] for c in "啊政付府律略女座"] == ["a", "zheng", "fu", "fu", "lv", "lve", "nv", "zuo"]
    assert len(syllables()) == 3755
    assert sound("政付") == sound("政府") == "~zheng'fu"
    assert sound("政a") == ""


@pytest.mark.parametrize("case", cases("spelled", "word"))
def test_letters_are_read_as_syllables_or_initials(case):
    assert spelled(case["word"]) == case["terms"]


@pytest.mark.parametrize("case", cases("nearest", "typed"))
def test_the_nearest_words_of_a_title_are_found(case):
    assert nearest(case["typed"], case["run"]) == (case["part"], case["cost"])


@pytest.mark.parametrize("case", cases("suggestions", "query"))
def test_only_a_slip_is_answered_with_what_was_meant(case):
    assert suggestion(case["query"], case["titles"], case.get("texts", ())) == case["meant"]
