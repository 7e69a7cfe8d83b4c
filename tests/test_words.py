"""Words are data: every lexicon file has the right shape, and every entry is found in its own example."""

import re

import pytest

from gongkai import words

FILES = sorted(path.stem for path in words.FOLDER.glob("*.yml"))


@pytest.mark.parametrize("name", FILES)
def test_entries_are_found_in_their_examples(name):
    for group, entries in words.load(name).items():
        for entry in entries:
            assert re.search(entry.expression, entry.example), f"{name}.yml: {group}: {entry.expression}"
            if entry.never:
                assert not re.search(entry.expression, entry.never), f"{name}.yml: {group}: {entry.expression}"


@pytest.fixture
def lexicon(tmp_path, monkeypatch):
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    for function in (words.load, words.words, words.alternation):
        function.cache_clear()
    yield lambda text: (tmp_path / "t.yml").write_text(text, encoding="utf-8")
    for function in (words.load, words.words, words.alternation):
        function.cache_clear()


def test_entry_carries_word_example_and_own_keys(lexicon):
    lexicon("keys: [kind]\nunits:\n- {word: 件, kind: count, example: 5件}\n- {word: 平方米, example: 20平方米}\n")
    piece, area = words.load("t")["units"]
    assert (piece.word, piece.example, piece["kind"], area["kind"]) == ("件", "5件", "count", "")


def test_words_come_longest_first(lexicon):
    lexicon("units:\n- {word: 米, example: 5米}\n- {word: 平方米, example: 20平方米}\n- {word: +, example: 1+1}\n")
    assert words.words("t", "units")[0] == "平方米"
    assert re.findall(words.alternation("t", "units"), "平方米+米") == ["平方米", "+", "米"]


def test_patterns_come_first_in_an_alternation(lexicon):
    lexicon("before:\n- {word: 不少于三, example: 不少于三}\n- {pattern: '不.于', example: 不少于5}\n")
    assert words.alternation("t", "before").startswith("不.于|")
    with pytest.raises(words.LexiconError, match="patterns"):
        words.words("t", "before")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("units: 件\n", "t.yml: units: a list"),
        ("units: []\n", "t.yml: units: a list"),
        ("units:\n- 件\n", "units: entry 1"),
        ("units:\n- {word: 12345, example: 12345热线}\n", "entry 1: keys with text"),
        ("units:\n- {word: 件}\n", "example"),
        ("units:\n- {word: 件, pattern: 件, example: 5件}\n", "word or pattern"),
        ("units:\n- {word: 件, example: 5件, kind: count}\n", "unknown key kind"),
        ("units:\n- {word: 件, example: 5件}\n- {word: 件, example: 6件}\n", "entry 2: 件 stands here twice"),
        ("units:\n- {pattern: '(', example: 5件}\n", "entry 1: missing"),
        ("keys: [word]\nunits:\n- {word: 件, example: 5件}\n", "keys"),
        ("units:\n- {word: 件, example: 5件}\nunits:\n- {word: 件, example: 5件}\n", "t.yml:3"),
        ("units: [\n", "t.yml:"),
    ],
)
def test_wrong_shape_is_named_with_its_place(lexicon, text, message):
    lexicon(text)
    with pytest.raises(words.LexiconError, match=re.escape(message)):
        words.load("t")


def test_missing_group_is_named(lexicon):
    lexicon("units:\n- {word: 件, example: 5件}\n")
    with pytest.raises(words.LexiconError, match="no group unit"):
        words.words("t", "unit")
