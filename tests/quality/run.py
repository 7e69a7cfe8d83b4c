"""Put queries or questions to a built site in real Chromium and write what it says, for the scorers.

python tests/quality/run.py --site DIR --queries FILE --out FILE
python tests/quality/run.py --site DIR --questions FILE --out FILE
"""

import argparse
import json
import time
from pathlib import Path, PurePosixPath

from gongkai.inspection import browser, serve
from gongkai.inspection.serving import prefix

SEARCH = """query => new Promise(done => gongkai.load("search.js", () =>
  gongkai.search(query, { limit: 10 }, found => done(found.hits.map(hit => hit.url)))))"""
ASK = """question => new Promise(done => gongkai.load("answer.js", () => gongkai.answer(question, done)))"""


def hits(page, one):
    """A line for score_search.py; a document's id is the name of its file."""
    return {"id": one["id"], "hits": [PurePosixPath(url).stem for url in page.evaluate(SEARCH, one["q"])]}


def answer(page, one):
    """A line for score_qa.py."""
    made = page.evaluate(ASK, one["q"])
    kept = {"found": made["found"], "answer": made["words"], "cite": made.get("sentence", "")}
    return {
        "id": one["id"],
        **kept,
        "passages": made["passages"],
        "url": made.get("url", ""),
        "why": made.get("why", ""),
    }


def lines(site, asked, put):
    with serve(Path(site), prefix(Path(site))) as address, browser() as chromium:
        page = chromium.new_page()
        page.goto(f"{address}search/index.html")
        for one in asked:
            start = time.perf_counter()
            made = put(page, one)
            yield json.dumps({**made, "ms": round((time.perf_counter() - start) * 1000)}, ensure_ascii=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", required=True)
    parser.add_argument("--out", required=True)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--queries")
    what.add_argument("--questions")
    given = parser.parse_args()
    text = Path(given.queries or given.questions).read_text(encoding="utf-8")
    asked = [json.loads(line) for line in text.splitlines() if line.strip()]
    made = list(lines(given.site, asked, hits if given.queries else answer))
    Path(given.out).write_text("\n".join(made) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
