"""Where a report's pages stand: 云阳县人民政府办公室, 2022 -> fzzf/2022/yyxrmzfbgs. An address once given stays.

Column by the title's words, year by the report, last part by the pinyin initials of the issuer. seeds/NAME.yml may set
each of them; what it sets always wins over what is made here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.files import sha256
from gongkai.findings import Finding, Place
from gongkai.pages.rules import ADDRESS_INCOMPLETE, ADDRESS_SHARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gongkai.companion import Companion
    from gongkai.model import Report

UNDATED = "wzmnd"
"""未载明年度: the year's place in an address when no year is known."""
_LONGEST = 32
# 重庆市|长寿区|人民政府: read apart, or 市长 is taken for a mayor
_PLACES = re.compile(r"(?<=[省市州盟县区旗镇乡])")
# names that Windows keeps for itself
_RESERVED = frozenset({"con", "prn", "aux", "nul"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A report's place in the site."""

    column: str
    """Folder of the column below docs/: fzzf."""
    column_name: str
    """Its name: 法治政府建设."""
    type: str
    """类型 of the page: 法治政府建设年报."""
    genre: str
    """体裁分类 that the title names; empty when it names none."""
    year: str
    """2022, or UNDATED."""
    slug: str
    """Last part of the address, ASCII."""
    given: bool = False
    """Whether seeds/NAME.yml sets the slug."""

    @property
    def folder(self) -> str:
        """Folder below docs/: fzzf/2022/yyxrmzfbgs."""
        return f"{self.column}/{self.year}/{self.slug}"


def placed(report: Report, companion: Companion, file: str) -> tuple[Placed, list[Finding]]:
    """The place that a report asks for, and what it lacks for a good one. `file` is the report's path to print."""
    title, issuer = companion.title or report.title, companion.issuer or report.issuer or ""
    year = companion.year or report.year
    entry = next(e for e in words.load("columns")["columns"] if re.search(e.expression, title))
    slug = companion.slug or slug_of(issuer) or slug_of(title) or _name_slug(report.source.name)
    lacking = [name for name, known in (("发布机构", issuer or companion.slug), ("年度", year)) if not known]
    place = Placed(
        column=companion.column.strip("/") or entry["folder"],
        column_name=entry["name"] if companion.column.strip("/") in {"", entry["folder"]} else companion.column,
        type=entry["type"],
        genre=entry["genre"],
        year=str(year) if year else UNDATED,
        slug=slug,
        given=bool(companion.slug),
    )
    if not lacking:
        return place, []
    what = f"没有找到{'和'.join(lacking)}，网址暂用 {place.folder}/"
    return place, [ADDRESS_INCOMPLETE.at(Place(file), what, f"在同名的 .yml 文件里写上{'、'.join(lacking)}")]


def slug_of(name: str) -> str:
    """Pinyin initials, ASCII: 重庆市长寿区 -> cqscsq; empty when nothing of the name can be written so."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - 0.12 s, and most names are given or known

    places = _PLACES.split(name)
    initials = "".join(char for place in places for char in lazy_pinyin(place, style=Style.FIRST_LETTER)).lower()
    slug = re.sub(r"[^a-z0-9]", "", initials)[:_LONGEST]
    return f"{slug}-1" if slug in _RESERVED else slug


def settled(
    wanted: Iterable[tuple[str, Placed]], holders: Mapping[str, str] = MappingProxyType({})
) -> tuple[dict[str, Placed], list[Finding]]:
    """A place of its own for each report, by the path of its file; what must be named apart by hand.

    `holders` tells the source file whose pages stand in a folder: what a report has, it keeps. Then a given 短名 goes
    first, then the file that comes first by name; the others get four digits of the hash of their own name, so that a
    further report changes none of them.
    """
    found: dict[str, Placed] = {}
    taken: dict[str, str] = {}
    findings = []
    for file, asked in sorted(wanted, key=lambda pair: (_rank(pair[0], pair[1], holders), pair[0])):
        other = taken.get(asked.folder) or _holder(asked.folder, file, holders)
        place = _standing(asked, file, holders, taken) or (
            _apart(asked, file, {**holders, **taken}) if other else asked
        )
        if other:
            what = f"与 {other} 的网址相同，暂用 {place.folder}/"
            findings.append(ADDRESS_SHARED.at(Place(file), what, "在同名的 .yml 文件里写上不重复的短名"))
        taken[place.folder] = file
        found[file] = place
    return found, findings


def _rank(file: str, asked: Placed, holders: Mapping[str, str]) -> int:
    """Who is placed first: those that stand where they ask to, those that stand apart, given slugs, the others."""
    stands = _standing(asked, file, holders, {})
    if stands:
        return 0 if stands == asked else 1
    return 2 if asked.given else 3


def _standing(asked: Placed, file: str, holders: Mapping[str, str], taken: Mapping[str, str]) -> Placed | None:
    """The place that a report has already: the one it asks for, or one apart from it."""
    name = _name(file)
    free = [asked, *_aparts(asked, name)]
    return next((place for place in free if holders.get(place.folder) == name and place.folder not in taken), None)


def _holder(folder: str, file: str, holders: Mapping[str, str]) -> str:
    """The other source file whose pages stand in a folder; empty when there is none."""
    name = holders.get(folder, "")
    return "" if name == _name(file) else name


def _apart(place: Placed, file: str, taken: Mapping[str, str]) -> Placed:
    return next(apart for apart in _aparts(place, _name(file)) if apart.folder not in taken)


def _aparts(place: Placed, name: str) -> Iterator[Placed]:
    """Places apart from the one asked for, by more and more digits of the hash of the file's name."""
    digits = sha256(name.encode())
    return (replace(place, slug=f"{place.slug}-{digits[:length]}") for length in range(4, len(digits) + 1))


def _name(file: str) -> str:
    return file.rpartition("/")[2]


def _name_slug(name: str) -> str:
    stem = name.rpartition(".")[0] or name
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or sha256(name.encode())[:8]
