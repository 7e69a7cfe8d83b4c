"""Real Chromium, the sample site built once, a server at a sub-path, and a fence that lets no request leave."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from built import SAMPLE, build
from gongkai.inspection import serve

PREFIX = "/gk/"
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--font-render-hinting=none"),
]
VIEWS = {"desktop": (1280, 800), "phone": (360, 740), "narrow": (320, 568)}
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
]
REPORT, TABLE = "fzzf/2022/bgs/index.html", "fzzf/2022/bgs/indicators.html"
PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    return build(SAMPLE, tmp_path_factory.mktemp("site") / "out")


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium")
    assert found, "没有 Chromium。请安装：apt-get install chromium fonts-noto-cjk"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


def serving(folder, policy=""):
    return serve(folder, PREFIX, {"Content-Security-Policy": policy} if policy else None)


@pytest.fixture(scope="session")
def base(site):
    with serving(site.folder) as address:
        yield address


class Window:
    """A browser context that refuses and notes what leaves the machine, and notes what goes wrong."""

    def __init__(self, chromium, view="desktop", **options):
        width, height = VIEWS[view]
        options.setdefault("viewport", {"width": width, "height": height})
        self.context = chromium.new_context(**options)
        self.outside, self.failed, self.errors = [], [], []
        self.context.route("**/*", self._judge)
        if options.get("java_script_enabled", True):
            self.context.add_init_script(PROBES)

    def open(self, address):
        page = self.context.new_page()
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("requestfailed", lambda request: self.failed.append(request.url))
        page.on("response", lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None)
        page.goto(address, wait_until="load")
        return page

    def _judge(self, route):
        parts = urlsplit(route.request.url)
        if parts.scheme in {"data", "file", "about"} or parts.hostname == "127.0.0.1":
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    def _note(self, message):
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)


@pytest.fixture
def window(chromium):
    made = []

    def new(view="desktop", **options):
        made.append(Window(chromium, view, **options))
        return made[-1]

    yield new
    for one in made:
        one.context.close()
