"""On paper: all text, no buttons, the address, page numbers, the table's head on every sheet."""

import io
import re
import unicodedata

import pypdf
import pytest

from conftest import REPORT, TABLE

# Chromium's PDF names some glyphs by their radicals; NFKC folds U+2Fxx, these it keeps
RADICALS = str.maketrans("⺠⻚⻛⻄⻅⻆⻉⻋⻓⻔⻘⻢⻥⻦⻩⻬⻰⻳⺟⺎⺌", "民页风西见角贝车长门青马鱼鸟黄齐龙龟母兀小")


def printed(window, base, name):
    page = window(color_scheme="dark").open(base + name)
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return page, [
        re.sub(r"\s", "", unicodedata.normalize("NFKC", sheet.extract_text()).translate(RADICALS)) for sheet in sheets
    ]


@pytest.mark.parametrize("name", [REPORT, "tzgg/2023/0105-tingche.html"])
def test_article_is_printed_whole_with_its_address(window, base, name):
    page, sheets = printed(window, base, name)
    text = "".join(sheets)
    assert f"https://yunjiang.example/gk/{name}" in text
    assert "打印件不作为正式文本" in text
    assert f"第1页,共{len(sheets)}页" in sheets[0]
    assert "跳到正文" not in text
    assert "下载" not in text.replace("不下载", "")
    for paragraph in page.locator("article p").all_inner_texts():
        wanted = unicodedata.normalize("NFKC", "".join(paragraph.split()))
        assert wanted.startswith("本段") or wanted[:12] in text, paragraph


def test_report_carries_its_figures_as_an_appendix(window, base):
    _, sheets = printed(window, base, REPORT)
    assert "附表:本文的27项数据" in "".join(sheets)
    assert "依申请公开受理" in sheets[-1]


def test_table_head_stands_on_every_sheet_of_the_appendix(window, base):
    _, sheets = printed(window, base, TABLE)
    assert sum("报告原句" in sheet for sheet in sheets) >= 2
    assert all(sheets)


def test_ink_is_dark_and_furniture_stays_away(window, base):
    page = window(color_scheme="dark").open(base + REPORT)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('article p')).color") == "rgb(0, 0, 0)"
    assert (
        page.evaluate(
            "[...document.querySelectorAll('nav, button, .button, .aside-note')].filter(e => e.checkVisibility()).length"
        )
        == 0
    )
