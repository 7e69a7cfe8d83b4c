"""The browser finds what Python finds among 500 real documents, when they are at hand beside the repository."""

import json
import tarfile

import pytest
import yaml
from parity import COUNT, agree

from built import ROOT, build
from conftest import serving
from gongkai.search import Options
from gongkai.search.engine import counts
from gongkai.search.opened import Index

DEV = ROOT.parent / "shared" / "dev" / "search"
CONFIG = {
    "site_name": "政务公开",
    "use_directory_urls": False,
    "theme": {"name": "material", "language": "zh", "font": False},
    "markdown_extensions": ["tables"],
    "plugins": [{"gongkai": {"站点": {"地区": "云江县"}, "栏目": [{"名称": "法律", "目录": "falv"}]}}],
}
FILTERS = [
    {"year": "2019"},
    {"column": "法律"},
    {"agency": "国务院办公厅", "year": "2018"},
    {"column": "法律", "type": "页面"},
]
pytestmark = pytest.mark.skipif(not DEV.is_dir(), reason="the development data is not at hand")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    project = tmp_path_factory.mktemp("corpus")
    with tarfile.open(DEV / "docs.tar.gz") as packed:
        packed.extractall(project, filter="data")
    (project / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG, allow_unicode=True), encoding="utf-8")
    return build(project, project / "out")


@pytest.fixture(scope="module")
def queries():
    return [json.loads(line)["q"] for line in (DEV / "queries.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def page(window, corpus):
    made = window()
    with serving(corpus.folder) as address:
        yield made.open(address + "search/index.html")
    assert (made.errors, made.failed, made.outside) == ([], [], [])


@pytest.fixture(scope="module")
def index(corpus):
    return Index(corpus.folder / "search")


def test_every_query_finds_the_same(index, page, queries):
    assert sum(bool(agree(index, page, query, Options(20), {"limit": 20}).hits) for query in queries) == len(queries)


def test_the_second_page_is_the_same(index, page, queries):
    found = [agree(index, page, query, Options(20, 20), {"limit": 20, "offset": 20}) for query in queries[::2]]
    assert any(one.hits for one in found)


def test_the_order_by_date_is_the_same(index, page, queries):
    for query in queries[::3]:
        agree(index, page, query, Options(10, by_date=True), {"limit": 10, "sort": "date"})


@pytest.mark.parametrize("filters", FILTERS, ids="-".join)
def test_narrowed_results_are_the_same(index, page, queries, filters):
    found = []
    for query in queries[1::4]:
        found.append(agree(index, page, query, Options(10, filters=filters), {"limit": 10, "filters": filters}))
        here = counts(index, query, Options(filters=filters))
        assert page.evaluate(COUNT, [query, {"filters": filters}]) == here, query
    assert any(one.hits for one in found) != ("type" in filters)


def test_slips_of_the_keyboard_find_the_same(index, page, queries):
    slips = [query[:place] + query[place + 1 :] for query in queries[::4] for place in (1, len(query) // 2)]
    for query in [*slips, *(query[1] + query[0] + query[2:] for query in queries[::4])]:
        agree(index, page, query, Options(5), {"limit": 5})
