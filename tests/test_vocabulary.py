"""Readers' words and official words: the files, and what becomes of them."""

from collections import Counter

import pytest

from gongkai.search import vocabulary as module
from gongkai.search.fold import fold
from gongkai.search.vocabulary import VocabularyError, entries, vocabulary
from gongkai.words import FOLDER

FILES = sorted((FOLDER / "vocabulary").glob("*.yml"))


def write(folder, text):
    path = folder / "own.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_there_are_enough_words_each_with_a_source():
    found = [entry for path in FILES for entry in entries(path)]
    assert len(found) >= 600
    assert not [entry for entry in found if not entry["source"].strip()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_reader_s_word_stands_once_in_a_file_and_is_not_its_own_official_word(path):
    found = list(entries(path))
    counted = Counter(word for entry in found for word in entry["say"])
    assert not [word for word, times in counted.items() if times > 1]
    assert not [entry for entry in found if set(entry["say"]) & set(entry["official"])]


@pytest.mark.parametrize(
    "text",
    [
        "- {say: [年假], official: [带薪年休假], kind: 简称}",
        "- {say: [年假], official: [带薪年休假], kind: 别的, source: 甲}",
        "- {say: 年假, official: [带薪年休假], kind: 简称, source: 甲}",
        "- {say: [], official: [带薪年休假], kind: 简称, source: 甲}",
        "- {say: [年假",
    ],
)
def test_a_wrong_entry_is_told_with_its_file(tmp_path, text):
    with pytest.raises(VocabularyError, match=r"own\.yml"):
        list(entries(write(tmp_path, text)))


def test_a_file_that_is_not_there_or_no_list_is_told(tmp_path):
    with pytest.raises(VocabularyError, match=r"own\.yml：没有这个文件"):
        vocabulary(tmp_path / "own.yml")
    with pytest.raises(VocabularyError, match="一行一条"):
        vocabulary(write(tmp_path, "say: 年假"))


def test_the_site_s_own_words_come_first_and_the_others_stay(tmp_path):
    own = write(tmp_path, "- {say: [低保, 云江码], official: [云江县救助], kind: 俗称, source: 甲}\n")
    assert vocabulary(own)["低保"] == ("云江县救助", *vocabulary()["低保"])
    assert vocabulary(own)["云江码"] == ("云江县救助",)
    assert "云江码" not in vocabulary()


def test_synonyms_and_single_short_forms_are_met_from_both_sides(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    own = write(
        tmp_path,
        "- {say: [政务大厅], official: [政务中心], kind: 同义, source: 甲}\n"
        "- {say: [ＨＩＶ], official: [艾滋病], kind: 俗称, source: 甲}\n"
        "- {say: [长护险], official: [长期护理保险], kind: 简称, source: 甲}\n",
    )
    assert dict(vocabulary(own)) == {
        "政务大厅": ("政务中心",),
        "政务中心": ("政务大厅",),
        fold("HIV"): ("艾滋病",),
        "长护险": ("长期护理保险",),
        "长期护理保险": ("长护险",),
    }
