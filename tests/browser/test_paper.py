"""On paper: all text, no buttons, the address, page numbers, the table's head on every sheet; alike from every choice."""

import io
import re
import unicodedata

import pypdf
import pytest

from conftest import REPORT, TABLE, TEMPLATES

# Chromium's PDF names some glyphs by their radicals or old forms; NFKC folds U+2Fxx, these it keeps
RADICALS = str.maketrans("⺠⻚⻛⻄⻅⻆⻉⻋⻓⻔⻘⻢⻥⻦⻩⻬⻰⻳⺟⺎⺌戶", "民页风西见角贝车长门青马鱼鸟黄齐龙龟母兀小户")
STAFF, REPEALED = "about/bangzhu.html", "zcwj/2017/0520-guanggao.html"
FURNITURE = """[...document.querySelectorAll('nav, button, select, input, form, .button, .aside-note, .aids, .elder-bar, .caption')]
    .filter(e => e.checkVisibility() && !e.closest('thead')).map(e => e.outerHTML.slice(0, 60))"""


def folded(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).translate(RADICALS))


def sheets_of(page):
    return [
        folded(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    ]


@pytest.fixture(scope="module")
def printed(pool, base):
    """The sheets of a page opened on a dark screen, printed once for all tests."""
    made = {}

    def sheets(name):
        if name not in made:
            window = pool.window(color_scheme="dark")
            made[name] = sheets_of(window.open(base + name))
            window.close()
        return made[name]

    return sheets


@pytest.mark.parametrize("name", [REPORT, "tzgg/2023/0105-tingche.html", REPEALED, STAFF])
def test_article_is_printed_whole_with_its_address(window, base, printed, name):
    page, sheets = window().open(base + name), printed(name)
    text = "".join(sheets)
    assert f"https://yunjiang.example/gk/{name}" in sheets[-1]
    assert "打印件不作为正式文本" in sheets[-1]
    assert "内容版本:2023-01-20" in sheets[-1]
    assert "跳到正文" not in text
    assert "下载" not in text.replace("不下载", "")
    for paragraph in page.locator("article p").all_inner_texts():
        wanted = folded(paragraph)
        assert wanted.startswith("本段") or wanted[:12] in text, paragraph


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name != "404.html"])
def test_sheets_are_numbered_marked_and_free_of_furniture(window, base, printed, name):
    page, sheets = window().open(base + name), printed(name)
    for number, sheet in enumerate(sheets, 1):
        assert f"第{number}页,共{len(sheets)}页" in sheet
        assert sheet.startswith("示例")
        assert len(sheet.removeprefix("示例")) > 30
    page.emulate_media(media="print")
    assert page.evaluate(FURNITURE) == []


@pytest.mark.parametrize("name", [REPORT, STAFF])
@pytest.mark.parametrize(
    "choice",
    [
        "size=200",
        "scheme=black-yellow",
        "scheme=dark&leading=wider",
        "ruler=line&caption=on",
        "aids=open",
        "mode=elder",
    ],
)
def test_paper_is_alike_from_every_choice(window, base, printed, name, choice):
    plain = printed(name)
    chosen = window("phone").open(f"{base}{name}?{choice}")
    sheets = sheets_of(chosen)
    if choice == "mode=elder":
        assert len(sheets) == len(plain)
    else:
        assert sheets == plain
    chosen.emulate_media(media="print")
    look = chosen.evaluate(
        "(({fontSize, color}) => [fontSize, color])(getComputedStyle(document.querySelector('article p')))"
    )
    assert look == ["16px", "rgb(0, 0, 0)"]


@pytest.mark.parametrize("name", ["tzgg/2022/1024-daoxian.html", "data/codebook.html", "about/index.html"])
def test_short_page_takes_one_sheet(printed, name):
    sheets = printed(name)
    assert len(sheets) == 1


def test_report_carries_its_figures_as_an_appendix(printed):
    sheets = printed(REPORT)
    assert "附表:本文的27项数据" in "".join(sheets)
    assert "依申请公开受理" in sheets[-1]
    assert "索引号示例/2023-00002发文字号原件未载明" in sheets[0]


def test_table_head_stands_on_every_sheet_of_the_table(printed):
    sheets = printed(TABLE)
    rows = [sheet for sheet in sheets if "2022年..." in sheet]
    assert len(rows) >= 2
    assert all("指标数值单位" in sheet for sheet in rows)


def test_repealed_document_says_so_above_its_text(printed):
    sheets = printed(REPEALED)
    assert sheets[0].index("已废止") < sheets[0].index("第一章")
    assert "本文件自2022年3月1日起废止" in sheets[0]


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_opens_what_is_folded_and_tells_where_links_lead(window, base, scripts):
    page = window(java_script_enabled=scripts).open(base + STAFF)
    text = "".join(sheets_of(page))
    assert "可以用电子证照" in text
    assert "(https://maps.example/parking)" in text
    assert text.count("https://maps.example/a/very") == 1
    assert "有图、表、列表、脚注等" in text
    assert "OFD(版式文件)" in text
    assert page.evaluate("document.querySelectorAll('main details[open]').length") == 0


def test_wide_table_fits_the_sheet(window, base):
    page = window(viewport={"width": 627, "height": 960}).open(base + STAFF)
    page.emulate_media(media="print")
    assert page.evaluate("inspection.sideways()") == []
    assert (
        page.evaluate("Math.max(...[...document.querySelectorAll('table')].map(t => t.getBoundingClientRect().right))")
        <= 627
    )


def test_charts_need_no_background_to_be_seen(window, base):
    page = window().open(base + TABLE)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).fill") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.querySelector('.track')).stroke") == "rgb(0, 0, 0)"
