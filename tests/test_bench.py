"""What the benchmark of search measures with: pages that are always the same, queries from them, bytes as sent."""

import gzip
from urllib.request import urlopen

import pytest

from bench import corpus, engines, queries, server


@pytest.fixture(scope="module")
def docs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    corpus.write(folder, 150)
    return folder / "docs"


def test_pages_are_as_many_as_asked_for_and_always_the_same(docs, tmp_path):
    corpus.write(tmp_path, 40)
    fewer = sorted(path for path in (tmp_path / "docs").rglob("*.md") if path.name != "index.md")
    assert len(fewer) == 40
    assert len([path for path in docs.rglob("*.md") if path.name != "index.md"]) == 150
    for path in fewer:
        assert path.read_bytes() == (docs / path.relative_to(tmp_path / "docs")).read_bytes()


def test_words_grow_as_in_real_documents(docs):
    ((length, pairs),) = corpus.growth(docs, [100_000])
    assert 100_000 <= length < 105_000
    # real laws have 17,500
    assert 16_000 < pairs < 23_000


def test_queries_stand_in_the_pages(docs):
    whole = "\n".join(path.read_text(encoding="utf-8") for path in docs.rglob("*.md"))
    drawn = queries.drawn(docs, 3)
    assert {kind: len(found) for kind, found in drawn.items()} == dict.fromkeys([*queries.RULES, "frequent"], 3)
    for kind in ("title word", "title", "number", "figure", "frequent"):
        assert all(query in whole for query in drawn[kind]), kind
    assert all(part in whole for query in drawn["two words"] for part in query.split())
    assert drawn == queries.drawn(docs, 3)


def test_server_counts_bytes_as_they_are_sent(tmp_path):
    text = "公开" * 5000
    (tmp_path / "a.js").write_text(text, encoding="utf-8")
    (tmp_path / "b.pf_index").write_bytes(b"\0" * 5000)
    with server.serving(tmp_path) as (running, base):
        with urlopen(base + "a.js") as answer:
            sent = answer.read()
        urlopen(base + "b.pf_index").close()
        assert gzip.decompress(sent).decode() == text
        assert running.log == [("/a.js", len(sent)), ("/b.pf_index", 5000)]
    assert len(sent) < 200


@pytest.mark.parametrize(
    ("make", "address", "part"),
    [
        (engines.gongkai, "/search/index.js", "first"),
        (engines.gongkai, "/search/s7-Ab3_.js", "then"),
        (engines.gongkai, "/assets/gongkai.css", ""),
        (engines.pagefind, "/pagefind/wasm.unknown.pagefind", "first"),
        (engines.pagefind, "/pagefind/fragment/zh_1.pf_fragment", "then"),
        (engines.material, "/search/search_index.json", "first"),
        (engines.material, "/assets/stylesheets/main.css", ""),
    ],
)
def test_bytes_are_counted_as_what_they_are(tmp_path, make, address, part):
    assert make(tmp_path).part(address) == part
