"""The parts of an inspection that need no browser; tests/browser/test_audit.py lets it loose on real pages."""

import re
import subprocess
import sys

import pytest

from built import Site
from gongkai import audited
from gongkai.cli import gongkai
from gongkai.commands import run
from gongkai.inspection import Audit, Fault, chromium, words
from gongkai.inspection.faults import properties
from gongkai.inspection.links import Links
from gongkai.inspection.modes import SCHEMES, STATES, WIDTHS, modes
from gongkai.inspection.sampling import pages, sample
from gongkai.inspection.serving import prefix
from gongkai.pipeline import auditing
from gongkai.web import engine

STATEMENT = "---\n标题: 无障碍说明\n类型: 无障碍声明\n---\n# 无障碍说明\n\n本站希望每个人都能用。\n"
FAULTS = (
    Fault("a.html", "浅色·手机·网页", "image-alt", "<img>"),
    Fault("a.html", "深色·手机·网页", "image-alt", "<img>"),
    Fault("b.html", "浅色·手机·网页", "image-alt", "<img>"),
    Fault("b.html", "浅色·放大400%·网页", "sideways", "table"),
)
AUDIT = Audit(("a.html", "b.html"), 7, 40, ("axe-core 4.12.1", "Chromium 156.0"), FAULTS, 12.3)


@pytest.fixture
def site(tmp_path):
    def write(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_html", ".html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_inspection_loads_no_browser_until_it_is_needed():
    code = "import sys, gongkai.inspection, gongkai.cli; print([m for m in sys.modules if m.startswith('playwright')])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_every_rule_has_words_and_a_cure():
    rules = [rule for group in chromium_rules() for rule in group["rules"]]
    assert len(rules) == len(set(rules)) > 90
    for rule in rules:
        said = words(Fault("a.html", "", rule, ""))
        assert re.search("[\u4e00-\u9fff]{2}", said.what)
        assert re.search("[\u4e00-\u9fff]{2}", said.cure)
        assert said.property in {each.name for each in properties()}


def chromium_rules():
    from gongkai.inspection import faults

    return faults._groups()


def test_rule_of_axe_without_words_of_ours_is_told_in_its_own():
    said = words(Fault("a.html", "", "some-new-rule", "", "Elements must be new"))
    assert (said.property, said.what) == ("axe", "Elements must be new")


def test_names_of_axe_rules_are_axes_own():
    source = chromium.axe_source()
    (axe, aaa) = chromium_rules()[:2]
    assert [rule for rule in [*axe["rules"], *aaa["rules"]] if f"id:'{rule}'" not in source.replace('"', "'")] == []


def test_three_pages_meet_every_combination():
    met = {(mode.scheme, mode.width, mode.state) for row in range(3) for mode in modes(row)}
    assert met == {(scheme, width, state) for scheme in SCHEMES for width in WIDTHS for state in STATES}
    assert set(modes(0, full=True)) == {mode for row in range(3) for mode in modes(row)}
    for row in range(3):
        assert {(mode.scheme, mode.width) for mode in modes(row)} == {(s, w) for s in SCHEMES for w in WIDTHS}


def test_sample_has_every_kind_the_largest_and_an_even_share(site):
    folder = site(
        index_html='<body class="home">',
        a__1_html='<body class="document">' + "long " * 50,
        **{f"a__{number}_html": '<body class="document">' for number in (0, 2, 3, 4, 5, 6)},
        b_html='<body class="column">',
    )
    names = pages(folder)
    assert names[0] == "index.html"
    chosen = sample(folder, names, 5)
    assert chosen == ["index.html", "a/0.html", "a/1.html", "a/2.html", "b.html"]
    assert sample(folder, names, 5) == chosen
    assert sample(folder, names, 9) == names
    assert len(sample(folder, names, 2)) == 2


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        ("b.html#x", ""),
        ("/gk/nb/b.html", ""),
        ("#here", ""),
        ("../gk.html", "dead-link"),
        ("", ""),
        ("https://www.gov.cn/x", ""),
        ("tel:12345", ""),
        ("../nb/", ""),
        ("%E8%A1%A8.csv", ""),
        ("c.html", "dead-link"),
        ("/other/b.html", "dead-link"),
        ("../../../x.html", "dead-link"),
        ("b.html#y", "dead-anchor"),
        ("#nowhere", "dead-anchor"),
        ("http://[broken", "dead-link"),
    ],
)
def test_links_lead_somewhere(site, link, rule):
    folder = site(nb__a_html=f'<title>甲</title><p id="here"><a href="{link}">乙</a>', nb__b_html='<a name="x">')
    site(nb__index_html="")
    (folder / "nb" / "表.csv").write_text("", encoding="utf-8")
    found = list(Links(folder, "/gk/").faults(["nb/a.html"]))
    assert [fault.rule for fault in found] == ([rule] if rule else [])


def test_pages_of_one_title_are_told(site):
    folder = site(a_html="<title>甲</title>", b_html="<title>甲</title>", c_html="<title>乙</title>")
    assert [(f.page, f.rule) for f in Links(folder, "/").faults(["a.html", "b.html", "c.html"])] == [
        ("b.html", "same-title")
    ]


@pytest.mark.parametrize(
    ("page", "below"),
    [('<link href="/gk/a/assets/gongkai.css">', "/gk/a/"), ('<link href="/assets/gongkai.css">', "/"), ("", "/")],
)
def test_site_is_served_where_it_was_built_for(site, page, below):
    folder = site(index_html="")
    if page:
        (folder / "404.html").write_text(page, encoding="utf-8")
    assert prefix(folder) == below


def test_an_element_counts_once_a_page_and_rule():
    counts = {figure.name: figure.count for figure in AUDIT.figures if figure.count}
    assert counts == {"axe": 2, "reflow": 1}


def test_summary_and_details_say_where_what_and_how_to_mend():
    told = "\n".join(auditing.summary(AUDIT))
    assert "检测 2 页（全站 7 页），打开 40 次" in told
    assert re.search(r"^ +2 +0  自动检查.*没有达到$", told, re.MULTILINE)
    assert re.search(r"^ +0 +0  键盘到不了的按钮和链接$", told, re.MULTILINE)
    told = "\n".join(auditing.details(AUDIT, 50))
    assert "a.html、b.html 图片没有替代文字（image-alt）" in told
    assert "浅色·手机·网页，另外 1 种情形" in told
    assert "改法：在 Markdown 里写成" in told
    assert "还有 1 种没有列出" in "\n".join(auditing.details(AUDIT, 1))


def test_record_goes_round():
    made = auditing.record(AUDIT, "2026-11-24")
    text = audited.text(made)
    assert audited.record(text) == made
    assert audited.text(audited.record("\ufeff" + text)) == text
    assert [(each.what, each.pages) for each in made.failures] == [("图片没有替代文字", 2), ("屏幕窄时要左右拖动", 1)]


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        ('检测日期: "2026-11-24"', "检测日期: 去年", 2),
        ("检测页数: 2", "检测页数: 两页", 6),
        ("检测页数: 2", "页数: 2", 1),
        ('"数值": 0', '"数值": -1', 9),
    ],
)
def test_broken_record_is_told_with_its_line(was, now, line):
    with pytest.raises(audited.RecordError) as told:
        audited.record(audited.text(auditing.record(AUDIT, "2026-11-24")).replace(was, now, 1))
    assert told.value.line == line


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        (None, ["还没有检测。"]),
        ("检测日期: [", ["还没有检测。"]),
        (
            audited.text(auditing.record(AUDIT, "2026-11-24")),
            ["2026-11-24", "全站", "7页", "没有达到", "图片没有替代文字（2页）"],
        ),
    ],
)
def test_statement_shows_what_was_measured(tmp_path, text, shows):
    about = tmp_path / "docs" / "about"
    about.mkdir(parents=True)
    (about / "accessibility.md").write_text(STATEMENT, encoding="utf-8")
    (about.parent / "index.md").write_text("---\n标题: 首页\n类型: 首页\n---\n# 首页\n", encoding="utf-8")
    if text:
        (about / "audit.yml").write_text(text, encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: 甲\ntheme: {name: material}\nplugins: [gongkai]\n", encoding="utf-8")
    warned = engine.build(config, tmp_path / "site")
    page = Site(tmp_path / "site", warned).plain("about/accessibility.html")
    assert [words for words in shows if words not in page] == []
    assert any("audit.yml" in line for line in warned) == (text == "检测日期: [")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("audit", "请先运行 gongkai build"),
        ("audit --site docs", "没有网页"),
        ("audit --site html --write", "没有“类型: 无障碍声明”的页面"),
        ("audit --site html --date 2026-02-30", "没有这一天"),
        ("audit --site html --date 昨天", "写成 2026-11-24"),
        ("audit --site html --pages 0", "应当是整数"),
        ("audit --site html", "CHROMIUM 指的 /no/such/browser 不存在"),
    ],
)
def test_wrong_use_is_told_before_anything_is_opened(tmp_path, monkeypatch, capsys, line, says):
    for name, text in {"docs/index.md": "# 首页\n", "html/index.html": "<p>", "mkdocs.yml": "site_name: 甲\n"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    assert run(gongkai, line.split()) == 2
    assert says in capsys.readouterr().err


def test_missing_package_is_told_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setattr(chromium, "find_spec", lambda name: None)
    with pytest.raises(chromium.InspectionError, match=r"-m pip install playwright axe-playwright-python$"):
        chromium.need()
    with pytest.raises(chromium.InspectionError, match=r"-m pip install axe-playwright-python$"):
        chromium.axe_source()


def test_missing_browser_is_told_with_its_package(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium.shutil, "which", lambda name: None)
    monkeypatch.setattr(chromium, "_PLACES", {})
    with pytest.raises(chromium.InspectionError, match="apt-get install chromium fonts-noto-cjk"):
        chromium.need()
