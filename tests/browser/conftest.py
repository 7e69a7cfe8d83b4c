"""Real Chromium, the sample site built once, a server at a sub-path, windows that note what goes wrong."""

from pathlib import Path

import pytest
from windows import Pool

from built import SAMPLE, build
from gongkai.inspection import browser, serve

PREFIX = "/gk/"
# one page of each template
TEMPLATES = [
    *("index.html", "tzgg/index.html", "tzgg/2023/0105-tingche.html", "fzzf/2022/bgs/index.html", "about/map.html"),
    *("fzzf/2022/bgs/indicators.html", "fzzf/2022/bgs/ledger.html", "fzzf/2022/bgs/numbers.html", "data/index.html"),
    *(
        "about/bangzhu.html",
        "about/index.html",
        "about/accessibility.html",
        "zcwj/index.html",
        "zcwj/guifanxingwenjian/youxiao/index.html",
    ),
    *("zcwj/2017/0520-guanggao.html", "zcwj/2023/0106-jiedu.html", "zhangbei/index.html", "404.html"),
    *("search/index.html", "search/2022.html", "ask/index.html", "about/cjwt/2023/0104-yangquan.html"),
]
REPORT, TABLE = "fzzf/2022/bgs/index.html", "fzzf/2022/bgs/indicators.html"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    return build(SAMPLE, tmp_path_factory.mktemp("site") / "out")


@pytest.fixture(scope="session")
def chromium():
    with browser() as running:
        yield running


def serving(folder, headers=None):
    return serve(folder, PREFIX, headers)


@pytest.fixture(scope="session")
def base(site):
    with serving(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def pool(chromium):
    return Pool(chromium)


@pytest.fixture
def window(pool):
    made = []

    def new(view="desktop", **options):
        made.append(pool.window(view, **options))
        return made[-1]

    yield new
    for one in made:
        one.close()
