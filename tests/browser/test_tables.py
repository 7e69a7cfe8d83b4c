"""Tables by buttons and links: sorted, filtered, passed on by address, undone by Back; whole without scripts."""

import pytest
from axe import faults

from conftest import REPORT, TABLE

# name and value of the rows that can be seen, in order; a group's heading counts as its own name
ROWS = """() => [...document.querySelectorAll("table.cards tbody tr")].filter((e) => e.checkVisibility())
  .map((e) => e.matches(".group") ? "# " + e.querySelector("h2, h3").textContent : e.cells[0].textContent + " " + e.cells[1].textContent)"""
STATUS = ".order [role=status]"
ORDER = "() => [...document.querySelectorAll('thead th')].map((e) => e.getAttribute('aria-sort'))"


def seen(page):
    return page.evaluate(ROWS)


def test_one_table_with_a_heading_for_each_group(window, base):
    page = window(java_script_enabled=False).open(base + TABLE)
    assert page.locator("main table").count() == 1
    assert page.locator("caption").inner_text() == "指标表（27项）"
    rows = seen(page)
    assert [row for row in rows if row.startswith("#")] == [
        "# 一、履行第一责任人职责情况",
        "# 二、主要举措和成效",
        "# （二）推进政务公开。",
    ]
    assert page.get_by_role("heading", name="（一）推进政务服务改革。").is_visible()
    assert page.locator("thead button, .filter, .order").filter(visible=True).count() == 0
    assert page.get_by_text("本站只有云江县人民政府办公室2022年的报告，不能与上年比较。").is_visible()


def test_reading_of_a_number_stands_under_its_unit(window, base):
    page = window().open(base + TABLE)
    row = page.locator("tr", has=page.get_by_role("rowheader", name="“好差评”主动评价"))
    assert row.locator(".c-value").inner_text() == "2万余"
    assert row.locator(".c-unit").inner_text().split("\n") == ["条", "多于 20000"]


def test_values_are_sorted_with_kinds_apart(window, base):
    page = window().open(base + TABLE)
    before = seen(page)
    page.click("thead button >> text=数值")
    rows = seen(page)
    assert rows[:3] == ["“好差评”主动评价 2万余", "12345热线信息 5120", "重大民生信息 1308"]
    assert rows[-2:] == ["认领率全市排名 第2", "编制率全市排名 第1"]
    assert [row for row in rows if row.startswith("#")] == []
    assert page.locator(STATUS).inner_text() == "已按2022年数值从大到小排列，27项；数量、比率、名次分开排"
    assert page.evaluate(ORDER) == [None, "descending", None, None, None]
    page.click("thead button >> text=数值")
    assert page.evaluate(ORDER)[1] == "ascending"
    assert seen(page)[0] == "法治宣传活动 3"
    assert "从小到大" in page.locator(STATUS).inner_text()
    page.click("button >> text=按报告顺序")
    assert seen(page) == before
    assert page.evaluate(ORDER) == [None] * 5
    assert page.evaluate("document.activeElement.textContent") == "指标"


def test_names_are_sorted_by_pinyin_from_the_keyboard(window, base):
    page = window().open(base + TABLE)
    page.focus("thead button >> text=指标")
    page.keyboard.press("Enter")
    names = [row.rpartition(" ")[0] for row in seen(page)]
    assert (
        names.index("动态类信息") < names.index("法治宣传活动") < names.index("职工会学法") < names.index("中心组学法")
    )
    assert page.evaluate(ORDER)[0] == "ascending"
    assert page.locator(STATUS).inner_text() == "已按指标的拼音顺序排列，27项"


def test_missing_values_stay_last_both_ways(window, base):
    page = window().open(base + TABLE)
    page.evaluate("document.querySelectorAll('.c-value')[0].textContent = '缺'")
    for _ in range(2):
        page.click("thead button >> text=数值")
        counts = seen(page)[:16]
        assert counts[-1] == "中心组学法 缺"


def test_filter_by_kind_and_section_with_counts(window, base):
    page = window().open(base + TABLE)
    links = page.locator(".facets a")
    assert [" ".join(text.split()) for text in links.all_inner_texts()] == [
        *("全部 27", "数量 16", "比率 9", "名次 2"),
        *("全部章节 27", "一、履行第一责任人职责情况 3", "二、（一）推进政务服务改革 17", "二、（二）推进政务公开 7"),
    ]
    page.click(".facets a >> text=比率")
    assert page.locator(STATUS).inner_text() == "9项"
    assert page.url == base + TABLE + "?kind=%E6%AF%94%E7%8E%87"
    assert [row for row in seen(page) if row.startswith("#")] == ["# 二、主要举措和成效", "# （二）推进政务公开。"]
    assert "一、履行第一责任人职责情况 0" in [" ".join(text.split()) for text in links.all_inner_texts()]
    page.click(".facets a >> text=推进政务公开")
    assert len(seen(page)) == 2
    assert [" ".join(text.split()) for text in page.locator(".facets [aria-current]").all_inner_texts()] == [
        "比率 1",
        "二、（二）推进政务公开 1",
    ]
    shared = page.url
    other = window().open(shared)
    assert seen(other) == seen(page)
    page.go_back()
    page.wait_for_timeout(100)
    assert page.locator(STATUS).inner_text() == "9项"
    page.go_back()
    page.wait_for_timeout(100)
    assert len(seen(page)) == 30


def test_filter_keeps_what_else_stands_in_the_address(window, base):
    page = window().open(base + TABLE + "?from=weixin&kind=%E5%90%8D%E6%AC%A1")
    assert len(seen(page)) == 3
    page.evaluate("document.querySelector('.filter').open = true")
    page.click(".facets a >> text=全部 >> nth=0")
    assert page.url == base + TABLE + "?from=weixin"


def test_a_filter_that_is_none_shows_all(window, base):
    page = window().open(base + TABLE + "?kind=nothing&section=%3Cb%3E")
    assert len(seen(page)) == 30


def test_sorted_and_filtered_together(window, base):
    page = window().open(base + TABLE)
    page.click(".facets a >> text=比率")
    page.click("thead button >> text=数值")
    assert page.locator(STATUS).inner_text() == "已按2022年数值从大到小排列，9项"
    assert len(seen(page)) == 9


def test_filter_works_from_a_disk(window, site):
    page = window().open((site.folder / TABLE).as_uri())
    page.click(".facets a >> text=名次")
    assert page.locator(STATUS).inner_text() == "2项"


def test_row_looked_up_is_marked_and_has_a_way_back(window, base):
    number = window().open(base + REPORT).locator("a.fig", has_text="98.1%").get_attribute("id").removeprefix("f-")
    page = window().open(f"{base}{TABLE}#r-{number}")
    assert page.locator(".back").filter(visible=True).count() == 1
    edge = page.locator("tr:target th").evaluate("e => getComputedStyle(e).boxShadow")
    assert "inset" in edge
    assert "5px" in edge


def test_sorting_works_on_a_phone(window, base):
    page = window("phone", has_touch=True, is_mobile=True).open(base + TABLE)
    assert not page.evaluate("document.querySelector('.filter').open")
    page.tap("thead button >> text=数值")
    assert seen(page)[0] == "“好差评”主动评价 2万余"
    assert page.evaluate("inspection.small(44)") == []
    assert page.evaluate("inspection.sideways()") == []


@pytest.mark.parametrize("view", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark", "black-yellow"])
def test_axe_finds_nothing_when_sorted_and_filtered(window, base, scheme, view):
    page = window(view).open(f"{base}{TABLE}?scheme={scheme}")
    page.evaluate("document.querySelector('.filter').open = true")
    page.click("thead button >> text=数值")
    page.click(".facets a >> text=比率")
    assert len(seen(page)) == 9
    assert faults(page) == []


def test_heads_are_printed_though_they_are_buttons(window, base):
    page = window().open(base + TABLE)
    page.click("thead button >> text=数值")
    page.emulate_media(media="print")
    seen = """[...document.querySelectorAll('thead th')].map(head => head.innerText.trim()
        || getComputedStyle(head, '::before').content.replace(/"/g, ''))"""
    assert page.evaluate(seen) == ["指标", "数值", "单位", "时期", "报告原句"]
    assert page.locator("thead button").filter(visible=True).count() == 0
    assert page.locator(".order, .filter").filter(visible=True).count() == 0
