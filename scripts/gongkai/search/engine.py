"""Search the built index from Python, with the ranking that the browser has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.search.excerpts import Excerpt, Words, excerpt, words
from gongkai.search.matching import Match
from gongkai.search.narrowing import MOST, counted, narrowed
from gongkai.search.opened import Index
from gongkai.search.scoring import Ranked, rank
from gongkai.search.suggestion import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ALWAYS = 10
"""So many results are shown however little they hold of the query."""
_LETTERS = re.compile("[a-z]{3}")


@dataclass(frozen=True, slots=True)
class Options:
    """How results are wanted."""

    limit: int = 20
    offset: int = 0
    filters: Mapping[str, str] | None = None
    """column, year, agency, type, validity -> the value that documents must have."""
    by_date: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers a query."""

    document: int
    score: float
    url: str
    title: str
    kind: str
    column: str
    year: str
    date: str
    agency: str
    number_text: str
    index_number: str
    validity: str
    sample: bool
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Results:
    """What a query finds."""

    query: str
    total: int
    more: bool
    """Whether there are more than `total`."""
    hits: tuple[Hit, ...]
    said: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Readers' words of the query, and what documents say."""
    suggestion: str = ""


def search(folder: Path, query: str, options: Options | None = None) -> Results:
    """The pages of a built site that answer a query, best first; `folder` holds its index.js."""
    return ask(Index(folder), query, options or Options())


def ask(index: Index, query: str, options: Options) -> Results:
    """The same, with an index that is open."""
    match = Match(index, query, whole=bool(options.filters) or options.by_date)
    ranked = _ranked(match)
    shown = _shown(ranked, match, by_date=options.by_date)
    if options.filters:
        left = narrowed(index, shown, options.filters)
        shown = left or _shown(narrowed(index, ranked, options.filters), match, by_date=options.by_date)
    wanted = words(match)
    hits = tuple(_hit(index, one, wanted) for one in shown[options.offset : options.offset + options.limit])
    said = tuple((one.say, one.entry.official) for one in match.said)
    return Results(
        query=query,
        total=len(shown),
        more=any(not one.entry.whole for one in match.found),
        hits=hits,
        said=said,
        suggestion=_suggestion(match, hits[:5]),
    )


def counts(index: Index, query: str, options: Options) -> dict[str, dict[str, int]]:
    """How many results each choice would leave; empty when not all results are known, or too many."""
    match = Match(index, query, whole=bool(options.filters) or options.by_date)
    shown = _shown(_ranked(match), match, by_date=options.by_date)
    if len(shown) > MOST or any(not one.entry.whole for one in match.found):
        return {}
    return counted(index, shown, options.filters or {})


def _ranked(match: Match) -> list[Ranked]:
    match.load()
    ranked = rank(match) if match.found or match.said else []
    for more in (match.load_sounds, match.load_characters):
        if not ranked or ranked[0].covered < match.index.rules["doubtful"]:
            before = len(match.alike) + len(match.characters)
            more(ranked[0].document if ranked else -1)
            if len(match.alike) + len(match.characters) > before:
                ranked = rank(match)
    return ranked


def _shown(ranked: list[Ranked], match: Match, *, by_date: bool) -> list[Ranked]:
    """Documents that hold enough of the query, in the order that is wanted."""
    if not ranked:
        return []
    rules = match.index.rules
    most = max(one.covered for one in ranked)
    if by_date:
        enough = [one for one in ranked if one.covered >= most * rules["dated"]]
        return sorted(enough, key=lambda one: -one.document)
    # who gives a number wants what bears it, or names it
    always = 0 if any(one.term.text.startswith("#") for one in match.found) else ALWAYS
    return [one for place, one in enumerate(ranked) if place < always or one.covered >= most * rules["relevant"]]


def _hit(index: Index, ranked: Ranked, wanted: Words) -> Hit:
    head, hashes, summary = index.file("r", ranked.document).split("\n")[:3]
    url, title, kind, column, year, date, agency, number_text, index_number, validity, sample = head.split("\t")
    place = ranked.chunk * 4
    name = f"c{ranked.document}_{ranked.chunk}-{hashes[place : place + 4]}"
    found = excerpt(index.take(name) if hashes else f"\t\t{summary}", wanted)
    return Hit(
        document=ranked.document,
        score=ranked.score,
        url=url,
        title=title,
        kind=kind,
        column=column,
        year=year,
        date=date,
        agency=agency,
        number_text=number_text,
        index_number=index_number,
        validity=validity,
        sample=bool(sample),
        excerpt=found,
    )


def _suggestion(match: Match, hits: tuple[Hit, ...]) -> str:
    if not match.missing and not match.alike:
        return ""
    texts = [text for hit in hits for text in (hit.excerpt.heading, hit.excerpt.sentence)]
    return suggestion(match.plan.text, [hit.title for hit in hits], texts)
