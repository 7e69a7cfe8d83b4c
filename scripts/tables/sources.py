"""What the tables are made of: pypinyin's readings, OpenCC's traditional forms, how often jieba's corpus has a word."""

from __future__ import annotations

import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import jieba
import opencc
import yaml
from compact import Source
from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

WORDS = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
SHARE = Path(opencc.__file__).parent / "clib"
# 一个 yí gè, 不是 bú shì: written as spoken by pypinyin, but yī and bù by the orthography (GB/T 16159)
SPOKEN = {("一", "yí"): "yī", ("一", "yì"): "yī", ("不", "bú"): "bù"}


def frequencies() -> tuple[dict[str, int], set[str]]:
    """How often each word was counted, and which are names of places."""
    counted, places = {}, set()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, times, kind = line.split(" ")
        counted[word] = int(times)
        if kind == "ns":
            places.add(word)
    return counted, places


def characters() -> set[str]:
    """The 6,763 characters of GB 2312 and ours."""
    found = set(WORDS["增补字"])
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            found |= set(bytes([row, cell]).decode("gb2312", "ignore"))
    return found


def written(character: str, reading: str) -> str:
    """A reading without the change of tone in speech: 一, yí -> yī."""
    return SPOKEN.get((character, reading), reading)


def readings() -> Source:
    """The readings of pypinyin, ours over them."""
    plain = {c: pinyin_dict[ord(c)].split(",")[0] for c in characters()} | WORDS["常读"]
    words = {}
    for word, values in phrases_dict.items():
        if len(word) == len(values) and all(c in plain for c in word):
            words[word] = tuple(written(c, value[0]) for c, value in zip(word, values, strict=True))
    ours = {word: value.split(" ") for word, value in WORDS["词语"].items()}
    own = {word: tuple(map(written, word, values)) for word, values in ours.items()}
    return Source(plain, words | own, frozenset(own))


def forms() -> Source:
    """The traditional forms of OpenCC's s2t, in the variants that are common today."""
    known = characters()
    plain = {}
    for c, form in dictionary("STCharacters").items():
        if c in known and common(c, form) != c:
            plain[c] = common(c, form)
    words = {}
    for name in ("STPhrases_GeneratedFromRegionalPhrases", "STPhrases"):
        for word, form in dictionary(name).items():
            if len(word) == len(form) and all(c in known for c in word):
                words[word] = tuple(map(common, word, form))
    own = {word: tuple(form) for word, form in WORDS["繁体词语"].items()}
    return Source(plain, words | own, frozenset(own))


def common(character: str, form: str) -> str:
    """The form that Taiwan or Hong Kong writes like the simplified character, or both alike: 喫 -> 吃, 爲 -> 為."""
    here, there = (dictionary(name).get(form, form) for name in ("TWVariants", "HKVariants"))
    if here in (there, character):
        return here
    return there if there == character else form


@cache
def dictionary(name: str) -> dict[str, str]:
    """A dictionary of OpenCC: word -> its first form."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text"
        command = [SHARE / "bin" / "opencc_dict", "-f", "ocd2", "-t", "text", "-o", text]
        command += ["-i", SHARE / "share" / "opencc" / f"{name}.ocd2"]
        environment = {**os.environ, "LD_LIBRARY_PATH": str(SHARE / "lib64")}
        subprocess.run(command, check=True, env=environment, capture_output=True)
        rows = [line.split("\t") for line in text.read_text(encoding="utf-8").splitlines()]
    return {word: forms.split(" ")[0] for word, forms in rows}
