"""Make web/theme/assets/pinyin.js and hant.js from the dictionaries: python scripts/tables/make.py."""

from __future__ import annotations

import gzip
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from compact import Source, Table, compact, lines
from sources import forms, frequencies, readings

ASSETS = Path(__file__).parents[1] / "gongkai" / "web" / "theme" / "assets"
FIRST = 0x4E00
SHIFT = 0x100
LEAST = 5
"""Words that were counted less often stay out of the table of readings; names of places always go in."""
LEAST_HANT = 20
COMMON = 100
"""Words that were counted so often are likely neighbours."""
ORIGIN = {
    "pinyin": "pypinyin and phrase-pinyin-data, Copyright (c) 2016 mozillazg, 闲耘, MIT License",
    "hant": "OpenCC, Copyright (c) 2010-2026 Carbo Kuo (BYVoid) and others, Apache License 2.0, changed",
}


def readings_table() -> Table:
    """How each character is read."""
    return _table(readings(), LEAST)


def forms_table() -> Table:
    """How each character is written in traditional script."""
    return _table(forms(), LEAST_HANT)


def _table(source: Source, least: int) -> Table:
    counted, places = frequencies()
    usual = {word for word, times in counted.items() if times >= least} | places | source.kept
    words = {word: source.words[word] for word in sorted(usual & source.words.keys())}
    common = {word: times for word, times in counted.items() if times >= COMMON}
    return compact(replace(source, words=words), common)


def _steps(plain: dict[str, str]) -> str:
    """How far each character stands after the one before it, from U+4E00 on: 万 丑 -> Ā+7, Ā+10. Packs best."""
    places = [FIRST, *sorted(ord(character) for character in plain)]
    return "".join(chr(SHIFT + after - before) for before, after in pairwise(places))


def _numbers(plain: dict[str, str], values: list[str]) -> str:
    """The number of each character's reading, as Ā + number."""
    number = {value: place for place, value in enumerate(values)}
    return "".join(chr(SHIFT + number[plain[character]]) for character in sorted(plain))


def write(name: str, table: Table, parts: dict[str, str]) -> None:
    """A script that hands over one table; what it weighs is printed."""
    head = f"/* Made by scripts/tables/make.py; do not edit. Data from {ORIGIN[name]}; see scripts/tables/README.md. */"
    inside = "".join(f'{key}: "{value}",\n' for key, value in {"steps": _steps(table.plain), **parts}.items())
    phrases = "|".join(lines(table))
    text = f'{head}\n(gongkai.tables = gongkai.tables || {{}}).{name} = {{\n{inside}phrases: "{phrases}"\n}};\n'
    (ASSETS / f"{name}.js").write_text(text, encoding="utf-8")
    print(f"{name}: {len(table.plain)} + {len(table.phrases)}, {len(gzip.compress(text.encode(), 6))} bytes")


def make() -> None:
    """Both scripts."""
    table = readings_table()
    values = sorted(set(table.plain.values()))
    write("pinyin", table, {"numbers": _numbers(table.plain, values), "values": " ".join(values)})
    table = forms_table()
    write("hant", table, {"values": "".join(table.plain[character] for character in sorted(table.plain))})


if __name__ == "__main__":
    make()
