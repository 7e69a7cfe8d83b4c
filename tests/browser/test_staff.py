"""Pages that staff write, of every kind and name: their tables are sorted, their text is read aloud, lists lead to them."""

import shutil
from urllib.parse import quote, unquote, urlsplit

import pytest
from axe import faults

from built import SAMPLE, Page, build
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


# names that mean something in an address, or are no ASCII, and enough of others to make a second page
NAMES = ["怎么办?", "第#2次", "100%公开", "a b", "c&d;e=f+g", "%41", "x:y", *(f"{number}" for number in range(16))]
NOTICE = {"类型": "通知公告", "发布机构": "云江县司法局（示例）", "发布日期": "2023-02-01"}
PAGES = {
    "tzgg/2023/long.md": document("收件情况", table(8), **NOTICE),
    "tzgg/2023/short.md": document("退件情况", f"各街道退件如下。\n\n{table(7)}", **NOTICE),
    "zwdt/index.md": document("政务动态", f"各街道收件如下。\n\n{table(8)}", 类型="栏目"),
    "about/biao.md": document("对照表", table(8), 类型="说明"),
    "tzgg/问答 #1/index.md": document("问答", "", 类型="栏目"),
    **{f"tzgg/问答 #1/{name}.md": document(f"问答{name}", "答。", **NOTICE) for name in NAMES},
}


@pytest.fixture(scope="module")
def staffed(tmp_path_factory):
    """The sample site with these pages."""
    project = tmp_path_factory.mktemp("staffed")
    shutil.copytree(SAMPLE, project, dirs_exist_ok=True)
    for name, text in PAGES.items():
        path = project / "docs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
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


def links(page):
    """Address and words of the links that lead to pages of this column."""
    found = page.evaluate(
        "[...document.querySelectorAll('main .items h2 a, main .pages a[rel], main .tree a')].map((a) => [a.href, a.textContent])"
    )
    return [(address, words) for address, words in found if "%231/" in address]


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize("name", ["tzgg/问答 #1/index.html", "about/map.html"])
def test_lists_lead_to_pages_of_any_name(window, home, staffed, way, name):
    start = home + quote(name) if way == "http" else (staffed.folder / name).as_uri()
    browser = window()
    page = browser.open(start)
    found = links(page)
    assert len(found) == (23 if "map" in name else 21)
    for address, words in found:
        page.goto(address)
        heading = page.locator("h1").inner_text().removesuffix("示例").strip()
        assert heading == words or words == "下一页", address
        assert page.locator(".trail a").count() >= 2
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") != "static", "no style sheet"
    assert browser.failed == []


def test_every_address_of_a_site_of_any_names_leads_somewhere(staffed):
    for name in [name for name in staffed.pages() if name != "404.html"]:
        here = staffed.folder / name
        for _, attributes in Page(staffed.read(name)).elements:
            address = urlsplit(attributes.get("href") or attributes.get("src") or "")
            if not address.scheme and not address.netloc and address.path:
                there = here.parent / unquote(address.path)
                assert there.exists(), (name, address.path)


def test_addresses_for_machines_are_encoded_and_those_on_paper_are_not(staffed):
    page = staffed.read("tzgg/问答 #1/怎么办?.html")
    assert (
        'content="https://yunjiang.example/gk/tzgg/%E9%97%AE%E7%AD%94%20%231/%E6%80%8E%E4%B9%88%E5%8A%9E%3F.html"'
        in page
    )
    assert "<p>网址：https://yunjiang.example/gk/tzgg/问答%20%231/怎么办%3F.html</p>" in page
    sitemap = (staffed.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert (
        "<loc>https://yunjiang.example/gk/tzgg/%E9%97%AE%E7%AD%94%20%231/%E6%80%8E%E4%B9%88%E5%8A%9E%3F.html</loc>"
        in sitemap
    )


def test_short_forms_terms_and_tasks_are_told_in_words(window, home):
    page = window().open(home + "about/bangzhu.html")
    text = page.locator("article").inner_text()
    assert text.count("OFD（版式文件）") == text.count("县府办（云江县人民政府办公室）") == 1
    assert "存成OFD格式的文件" in text
    assert page.evaluate("[...document.querySelectorAll('abbr')].filter((short) => short.title).length") == 0
    assert page.get_by_role("term").all_inner_texts()[:2] == ["办结", "补正"]
    done, open_ = page.get_by_role("listitem").filter(has_text="公布").all()
    assert done.get_by_role("img", name="已勾选").inner_text() == "√"
    assert open_.get_by_role("img", name="未勾选").inner_text() == "□"
    assert page.locator("article input").count() == 0


def test_folded_text_and_tasks_are_whole_on_paper(window, home):
    page = window(java_script_enabled=False).open(home + "about/bangzhu.html")
    page.emulate_media(media="print")
    assert page.get_by_text("可以用电子证照。").is_visible()
    assert page.locator(".task-list-item [role=img]").filter(visible=True).count() == 2
