"""Lists and policies in a real browser: the whole list without scripts, states told without colour, axe on each."""

import pytest
from axe import faults

LIST, FACET = "zcwj/index.html", "zcwj/guifanxingwenjian/youxiao/index.html"
REPEALED, WITHDRAWN, LONG = "zcwj/2017/0520-guanggao.html", "zcwj/2021/0308-mingdan.html", "zcwj/2023/0110-dianti.html"
PAGES = [LIST, FACET, "tzgg/p2.html", REPEALED, WITHDRAWN, LONG, "zcwj/2022/0221-jiedu.html"]


@pytest.mark.parametrize("view", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["", "?scheme=black-yellow"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(window, base, name, scheme, view):
    page = window(view, color_scheme="light").open(base + name + scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(0, 0, 0)" if scheme else "rgb(255, 255, 255)")
    assert faults(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_small_screens_and_large_text_lose_nothing(window, base, name):
    page = window("narrow", has_touch=True, is_mobile=True).open(base + name)
    assert page.evaluate("inspection.sideways()") == []
    assert page.evaluate("inspection.small(44)") == []
    assert page.evaluate("probe.tiny()") == []
    page.goto(base + name + "?size=200")
    assert page.evaluate("inspection.sideways()") == []


def test_the_whole_list_is_reached_without_scripts(window, base):
    page = window(java_script_enabled=False).open(base + "tzgg/index.html")
    seen = []
    while True:
        seen += page.locator(".items h2 a").all_inner_texts()
        following = page.get_by_role("link", name="下一页")
        if not following.count():
            break
        following.click()
    assert len(seen) == len(set(seen)) == 26
    assert page.get_by_role("navigation", name="分页").get_by_text("共2页").is_visible()


def test_a_choice_is_made_and_undone_without_scripts(window, base):
    page = window(java_script_enabled=False).open(base + LIST)
    page.get_by_role("link", name="有效性：已废止，1份").click()
    assert page.locator("h1").inner_text() == "政策文件：已废止"
    page.get_by_role("link", name="类型：规范性文件，1份").click()
    assert page.locator(".items h2").count() == 1
    assert page.locator("nav.facets [aria-current=page]").all_inner_texts() != []
    page.get_by_role("link", name="清除筛选").click()
    assert page.locator(".items h2").count() == 14


def test_from_a_repealed_policy_to_the_one_in_force(window, base):
    page = window(java_script_enabled=False).open(base + REPEALED)
    banner = page.get_by_role("region", name="已废止")
    banner.get_by_role("link", name="云江县户外广告和招牌管理办法").click()
    assert page.get_by_role("region", name="解读和相关文件").get_by_text("它代替的文件").is_visible()
    page.get_by_role("region", name="解读和相关文件").get_by_role("link", name="户外广告设置管理办法").click()
    assert page.url.endswith(REPEALED)


def test_what_stands_beside_the_text_moves_below_it_on_a_phone(window, base):
    place = "[document.querySelector('article'), document.querySelector('.side')].map(e => e.getBoundingClientRect())"
    article, side = window("desktop").open(base + REPEALED).evaluate(place)
    assert side["left"] >= article["left"] + 500
    assert abs(side["top"] - article["top"]) < 10
    article, side = window("phone").open(base + REPEALED).evaluate(place)
    assert side["top"] >= article["bottom"]


def test_states_are_told_by_word_and_border_in_forced_colours(window, base):
    page = window(forced_colors="active", color_scheme="dark").open(base + LIST)
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for badge in page.locator(".badge").all():
        assert badge.inner_text().strip()
        assert badge.evaluate("e => getComputedStyle(e).borderTopColor") != canvas
        assert badge.locator("svg").evaluate("e => getComputedStyle(e).stroke") != canvas


def test_every_state_has_a_shape_of_its_own(window, base):
    page = window().open(base + LIST)
    shapes = {}
    for badge in page.locator(".badge").all():
        shapes.setdefault(badge.inner_text().strip(), set()).add(badge.locator("svg").inner_html())
    assert len(shapes) == 7
    assert all(len(drawn) == 1 for drawn in shapes.values())
    del shapes["已撤下"]
    assert len(set.union(*shapes.values())) == 6
