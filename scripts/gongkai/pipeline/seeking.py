"""Ask a built site from the command line, as its search page would answer: gongkai search 带薪年休假."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from gongkai.errors import UsageError
from gongkai.search import Options, search
from gongkai.web.facets import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from gongkai.search import Hit, Results

_LONGEST = 200


def seek(site: Path, query: str, limit: int) -> Results:
    """What the index of a built site finds; UsageError when there is none."""
    folder = site / "search"
    if not (folder / "index.js").is_file():
        raise UsageError(f"{site} 里没有搜索数据。先运行 gongkai build 生成网站。")
    return search(folder, query, Options(limit))


def lines(found: Results) -> Iterator[str]:
    """The results as text for people."""
    for say, official in found.said:
        yield f"“{say}”在公文里的说法，也查了：{'、'.join(official)}"
    if found.suggestion:
        yield f"您要找的是不是：{found.suggestion}"
    if not found.hits:
        yield f"没有找到“{_seen(found.query)}”。"
    for place, hit in enumerate(found.hits, 1):
        state = STATES[hit.validity].label if hit.validity in STATES else hit.validity
        facts = [hit.number_text, hit.agency, hit.date, state]
        yield f"{place}. {hit.title}"
        yield f"   {'  '.join(filter(None, facts))}".rstrip()
        if hit.excerpt.sentence:
            yield f"   {_marked(hit)}"
        yield f"   {hit.url}{'#' + hit.excerpt.anchor if hit.excerpt.anchor else ''}"


def record(found: Results) -> dict[str, Any]:
    """The results for programs."""
    return asdict(found)


def _seen(query: str) -> str:
    """What of a query can be shown: no control characters, which a terminal obeys."""
    return "".join(character for character in query[:_LONGEST] if character.isprintable())


def _marked(hit: Hit) -> str:
    """The sentence with what was looked for in 【】."""
    text, place = "", 0
    for start, end in hit.excerpt.marks:
        text += f"{hit.excerpt.sentence[place:start]}【{hit.excerpt.sentence[start:end]}】"
        place = end
    return text + hit.excerpt.sentence[place:]
