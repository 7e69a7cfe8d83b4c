"""Pages that staff write, of every kind and name: their tables are sorted, their text is read aloud, lists lead to them."""

import shutil

import pytest
from axe import faults

from built import SAMPLE, build
from conftest import REPORT, TABLE, serving

STATUS = ".order [role=status]"
VALUES = ["1,371件", "−3件", "35万余件", "缺", "20件", "-20件", "−0.5件", "6件"]
CELLS = "[...document.querySelectorAll('tbody td')].map((cell) => cell.textContent)"


def table(count):
    rows = "".join(f"| 街道{number} | {value} |\n" for number, value in enumerate(VALUES[:count]))
    return f"| 街道 | 比上年 |\n| --- | ---: |\n{rows}"


def document(title, text, **meta):
    front = "".join(f"{key}: {value}\n" for key, value in {"标题": title, **meta}.items())
    return f"---\n{front}示例: true\n---\n\n# {title}\n\n{text}\n"


NOTICE = {"类型": "通知公告", "发布机构": "云江县司法局（示例）", "发布日期": "2023-02-01"}
PAGES = {
    "tzgg/2023/long.md": document("收件情况", table(8), **NOTICE),
    "tzgg/2023/short.md": document("退件情况", f"各街道退件如下。\n\n{table(7)}", **NOTICE),
    "zwdt/index.md": document("政务动态", f"各街道收件如下。\n\n{table(8)}", 类型="栏目"),
    "about/biao.md": document("对照表", table(8), 类型="说明"),
}


@pytest.fixture(scope="module")
def staffed(tmp_path_factory):
    """The sample site with these pages."""
    project = tmp_path_factory.mktemp("staffed")
    shutil.copytree(SAMPLE, project, dirs_exist_ok=True)
    for name, text in PAGES.items():
        (project / "docs" / name).write_text(text, encoding="utf-8")
    made = build(project, tmp_path_factory.mktemp("out") / "site")
    assert made.warnings == []
    return made


@pytest.fixture(scope="module")
def home(staffed):
    with serving(staffed.folder) as address:
        yield address


@pytest.mark.parametrize("name", ["tzgg/2023/long.html", "zwdt/index.html", "about/biao.html"])
def test_long_tables_are_sorted_on_every_kind_of_page(window, home, name):
    page = window().open(home + name)
    assert page.locator("thead button").all_inner_texts() == ["街道", "比上年"]
    before = page.evaluate(CELLS)
    page.click("thead button >> text=比上年")
    assert page.evaluate(CELLS) == ["35万余件", "1,371件", "20件", "6件", "−0.5件", "−3件", "-20件", "缺"]
    assert page.locator(STATUS).inner_text() == "已按比上年从大到小排列，8项"
    assert faults(page) == []
    page.click("button >> text=按原来的顺序")
    assert page.evaluate(CELLS) == before


def test_short_tables_have_no_buttons_and_ask_for_no_script(window, home, staffed):
    page = window().open(home + "tzgg/2023/short.html")
    assert page.locator("thead th").all_inner_texts() == ["街道", "比上年"]
    assert page.locator("thead button").count() == 0
    assert "table.js" not in staffed.read("tzgg/2023/short.html")


@pytest.mark.parametrize("name", ["tzgg/2023/short.html", "zwdt/index.html", "zcwj/index.html", "about/index.html"])
def test_pages_with_paragraphs_can_be_read_aloud(window, home, name):
    page = window().open(home + name)
    page.evaluate("document.documentElement.setAttribute('data-speech', '')")
    assert page.get_by_role("button", name="朗读全文").count() == 1


@pytest.mark.parametrize(
    "name", ["tzgg/2023/long.html", "about/biao.html", "tzgg/index.html", "zcwj/youxiao/index.html", "about/map.html"]
)
def test_pages_without_paragraphs_offer_no_reading(staffed, name):
    assert "data-aloud" not in staffed.read(name)
    assert '<ul class="actions">\n</ul>' not in staffed.read(name)


@pytest.mark.parametrize("name", [REPORT, TABLE])
def test_reports_and_their_tables_can_be_read_aloud(staffed, name):
    assert staffed.read(name).count("data-aloud") == 1
