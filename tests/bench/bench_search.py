"""What search costs readers and builders, beside Pagefind and Material's own search: `make bench-search`.

python tests/bench/bench_search.py [--pages 3708 …] [--corpus DIR …] [--pagefind PROGRAM] [--material PYTHON]

Sites are made of generated pages, or of a folder of Markdown, and queries are drawn from the pages themselves. The
others are no part of the project: PROGRAM is Pagefind's, PYTHON one that has MkDocs and Material; without them Gongkai
is measured alone. `--work FOLDER` keeps the sites and uses them again. Bytes are exact; times belong to the machine.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import corpus
import engines
import measuring
import queries

import sites
from gongkai.inspection import chromium

ROWS = [
    ("needed by any query, bytes", "cold first bytes", 50),
    ("a query, bytes, median", "cold then bytes", 50),
    ("a query, bytes, 95 of 100 below", "cold then bytes", 95),
    ("first answer in all, bytes, 95 of 100 below", "cold bytes", 95),
    ("first answer in all, requests, median", "cold requests", 50),
    ("first answer, ms, median", "cold ms", 50),
    ("first answer, ms, 95 of 100 below", "cold ms", 95),
    ("the same, processor four times slower, median", "slow cold ms", 50),
    ("the same, 95 of 100 below", "slow cold ms", 95),
    ("first answer, line of 1.6 Mbit/s and 150 ms, median", "line ms", 50),
    ("the same, 95 of 100 below", "line ms", 95),
    ("next query, ms, median", "next ms", 50),
    ("next query, ms, 95 of 100 below", "next ms", 95),
    ("query with its data there, ms, median", "warm ms", 50),
    ("the same, 95 of 100 below", "warm ms", 95),
    ("the same, processor four times slower, 95 of 100 below", "slow warm ms", 95),
    ("longest task of a first query, ms, 95 of 100 below", "cold longest task", 95),
    ("longest task of a further query, ms", "next longest task", 100),
    ("longest task of typing, ms", "typing longest task", 100),
    ("longest task of typing, processor four times slower, ms", "slow typing longest task", 100),
]
FEW = 8
"""Queries for an engine that takes seconds for the first one."""


def built(project, given):
    """The engines' sites of a project and what making them cost; one that stands there is used again."""
    kept = project / "costs.json"
    if not kept.is_file():
        _, costs = sites.gongkai(project)
        if given.pagefind:
            costs["pagefind"] = sites.pagefind(project / "gongkai", given.pagefind)
        if given.material and _pages(project) <= given.material_most:
            costs["material"] = sites.material(project, given.material)
        kept.write_text(json.dumps(costs), encoding="utf-8")
    costs = json.loads(kept.read_text(encoding="utf-8"))
    made = [engines.gongkai(project / "gongkai")]
    if "pagefind" in costs:
        made.append(engines.pagefind(project / "gongkai"))
    if "material" in costs:
        made.append(engines.material(project / "material"))
    return made, costs


def _pages(project):
    return sum(path.name != "index.md" for path in (project / "docs").rglob("*.md"))


def measured(browser, made, asked):
    """Engine -> measure -> values. An engine that loads everything first is asked less."""
    quick = [engine for engine in made if engine.then]
    spread = asked[:: max(1, len(asked) // 28)]
    few = asked[:: max(1, len(asked) // FEW)]
    rounds = [
        measuring.cold(browser, quick, asked, "cold"),
        measuring.cold(browser, quick, spread, "slow cold", throttled=4),
        measuring.cold(browser, quick, spread, "line", line=measuring.SLOW_LINE),
        measuring.warm(browser, quick, asked, ""),
        measuring.warm(browser, quick, spread, "slow ", throttled=4),
        measuring.typing(browser, made[0], spread, ""),
        measuring.typing(browser, made[0], few, "slow ", throttled=4),
    ]
    for engine in made:
        if engine not in quick:
            rounds += [measuring.cold(browser, [engine], few[:3], "cold"), measuring.warm(browser, [engine], few, "")]
    found = {engine.name: measuring.Figures() for engine in made}
    for one in rounds:
        for name, figures in one.items():
            found[name].seen.update(figures.seen)
    return found


def table(title, found):
    """Lines of a Markdown table: each measure of each engine, and as a part of the others' ones."""
    others = list(found)[1:]
    yield f"\n### {title}\n"
    yield f"| | {' | '.join(found)} | {' | '.join(f'Gongkai : {name}' for name in others)} |"
    yield "|---" * (1 + len(found) + len(others)) + "|"
    for words, measure, share in ROWS:
        values = [figures.at(measure, share) for figures in found.values()]
        if values[0] is None:
            continue
        parts = ["–" if not value else f"{values[0] / value:.3g}" for value in values[1:]]
        cells = ["–" if value is None else f"{value:,.0f}" for value in values]
        yield f"| {words} | {' | '.join([*cells, *parts])} |"
    met = [
        f"{name} {sum(figures.seen['cold found'])} of {len(figures.seen['cold found'])}"
        for name, figures in found.items()
    ]
    yield f"\nQueries that found anything: {', '.join(met)}."


def builds(costs):
    """Lines of a Markdown table: what making each site cost."""
    yield "\n### Making the index (CPU seconds; elapsed: seconds of the build, and those it was kept by the index)\n"
    yield "| pages | whole build | index | index a page, ms | elapsed | kept | its part | peak memory, MiB | Pagefind's index | Material's build |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for pages, cost in costs:
        part, page = cost["kept"] / cost["wall"], cost["index"] / pages * 1000
        theirs = " | ".join(f"{cost[name]:.1f}" if name in cost else "–" for name in ("pagefind", "material"))
        ours = f"{cost['whole']:.1f} | {cost['index']:.1f} | {page:.2f} | {cost['wall']:.1f} | {cost['kept']:.1f} | {part:.0%}"
        yield f"| {pages:,} | {ours} | {cost['peak']:.0f} | {theirs} |"


def projects(given, work):
    """Folders with the Markdown of a site in docs/, and what to call them."""
    for count in given.pages:
        project = work / f"pages{count}"
        if not (project / "docs").is_dir():
            corpus.write(project, count)
        yield f"{count:,} generated pages", project
    for folder in given.corpus:
        project = work / folder.resolve().parent.name
        shutil.copytree(folder, project / "docs", dirs_exist_ok=True)
        yield f"{_pages(project):,} documents of {folder.name}", project


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="*", default=[3708])
    parser.add_argument("--corpus", type=Path, nargs="*", default=[])
    parser.add_argument("--pagefind")
    parser.add_argument("--material")
    parser.add_argument("--material-most", type=int, default=4000, help="pages above which Material is left out")
    parser.add_argument("--each", type=int, default=12, help="queries of each kind")
    parser.add_argument("--no-browser", action="store_true", help="build only")
    parser.add_argument("--work", type=Path)
    return parser.parse_args()


def run(given, work):
    costs = []
    for title, project in projects(given, work):
        made, cost = built(project, given)
        costs.append((_pages(project), cost))
        if not given.no_browser:
            asked = [query for kind in queries.drawn(project / "docs", given.each).values() for query in kind]
            with chromium.browser() as browser:
                print(*table(title, measured(browser, made, asked)), sep="\n", flush=True)
    print(*builds(costs), sep="\n")


def main():
    given = arguments()
    if given.work:
        run(given, given.work)
        return
    with tempfile.TemporaryDirectory() as name:
        run(given, Path(name))


if __name__ == "__main__":
    main()
