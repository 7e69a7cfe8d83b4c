"""`gongkai audit` names each fault of a broken page and none of a whole one."""

import json

import pytest

from gongkai.cli import gongkai
from gongkai.commands import run
from gongkai.inspection import inspect, words

PAGE = """<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="assets/site.css"><script src="assets/settings.js"></script></head>
<body class="{title}"><a class="big" href="#main">跳到正文</a>
<header><nav aria-label="栏目"><a class="big" href="index.html">首页</a></nav></header>
<main id="main" tabindex="-1"><h1>{title}</h1><p>这是一段文字，<a href="other.html">里面有链接</a>，每个人都能读。</p>
<button id="extra" class="big" type="button" hidden>朗读</button>{extra}</main>
<script defer src="assets/site.js"></script></body></html>"""
STYLE = """body { color: #111; background: #fff; font-size: 18px } a { color: #0b3d91 } button { color: #000; background: #eee }
[hidden] { display: none !important }
.big, button { display: inline-block; min-width: 44px; min-height: 44px; line-height: 44px }
:focus { outline: 3px solid #c00 }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #a8cbff } }
[data-scheme] body, [data-scheme] a { color: #ff0; background: #000 }
[data-mode] body { font-size: 26px }
.unseen { position: absolute; width: 3px; height: 3px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.pale { color: #999 } .wide { width: 700px } .cut { height: 1.1em; overflow: hidden; width: 9em }
.plain:focus { outline: none } .tiny { display: block; width: 30px; height: 30px; overflow: hidden }
.away { position: absolute; left: -999px }
.lid { position: absolute; left: 0; top: 900px; width: 300px; height: 100px; background: #fff; z-index: 2 }
.under { position: absolute; left: 50px; top: 940px }"""
SETTINGS = """location.search.slice(1).split("&").filter(Boolean).forEach(function (pair) {
  var parts = pair.split("=");
  document.documentElement.setAttribute("data-" + parts[0], parts[1]);
});"""
SCRIPT = """document.getElementById('extra').hidden = !document.documentElement.hasAttribute('data-aids');
var tool = document.createElement('details'), head = document.createElement('summary');
head.textContent = '筛选'; head.className = 'big'; tool.append(head); document.querySelector('main').append(tool);"""
# what looks like a fault and is none: a large picture in a link, words for screen readers, a state that is always on
ODD = """<p><a href="other.html"><svg role="img" aria-label="别的页" width="60" height="60"></svg></a></p>
<p class="unseen">只读给读屏软件听</p>"""
BROKEN = """<img src="assets/no.png"><img src="https://maps.example/a.png" alt="地图"><p class="pale">淡的字</p>
<p><input id="field"></p><p class="wide">宽的一段</p><p class="cut">高度写死的一段文字放不下</p>
<a class="tiny" href="index.html">小</a><p><a class="plain big" href="other.html">没有边框</a></p>
<p class="big" role="button">点不到的按钮</p><p><a class="away" href="other.html">屏幕外</a></p>
<p id="late"></p><p style="color:red">写死的样式</p><p><a class="big" href="gone.html">没有的页</a></p>
<p><a class="big under" href="other.html">盖住的</a></p><div class="lid"></div>"""
FAULTY = "document.getElementById('late').textContent = '脚本写出的字'; console.error('坏了');"
TRAP = "document.getElementById('field').addEventListener('keydown', function (e) { e.preventDefault(); });"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiny")
    write(folder, "index.html", PAGE.format(title="首页", extra=ODD))
    write(folder, "other.html", PAGE.format(title="别的", extra="").replace("<html", '<html data-mode="elder"'))
    write(folder, "assets/site.css", STYLE)
    write(folder, "assets/settings.js", SETTINGS)
    write(folder, "assets/site.js", SCRIPT)
    return folder


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def found(tiny):
    broken = PAGE.format(title="坏的", extra=BROKEN).replace("assets/site.js", "assets/faulty.js")
    idle = PAGE.format(title="首页", extra='<p><input id="field" aria-label="词"></p>')
    idle = idle.replace('<script src="assets/settings.js"></script>', "").replace('id="main"', "")
    write(tiny, "assets/faulty.js", SCRIPT + FAULTY)
    write(tiny, "assets/trap.js", TRAP)
    write(tiny, "broken.html", broken)
    write(tiny, "idle.html", idle.replace("assets/site.js", "assets/trap.js"))
    return inspect(tiny)


def rules(found, page):
    return {fault.rule for fault in found.faults if fault.page == page}


@pytest.mark.parametrize("page", ["index.html", "other.html"])
def test_nothing_is_said_of_a_whole_page(found, page):
    assert [fault for fault in found.faults if fault.page == page] == []


@pytest.mark.parametrize(
    ("rule", "element"),
    [
        ("image-alt", "<img"),
        ("color-contrast", "pale"),
        ("color-contrast-enhanced", "pale"),
        ("label", "field"),
        ("sideways", "p.wide “宽的一段”"),
        ("clipped", "p.cut"),
        ("small-target", "a.tiny “小”"),
        ("focus-without-ring", "a.plain.big"),
        ("focus-unseen", "a.away"),
        ("focus-covered", "a.big.under"),
        ("not-reached", "点不到的按钮"),
        ("outside-request", "https://maps.example"),
        ("blocked", "style-src-attr"),
        ("script-error", "坏了"),
        ("dead-load", "/assets/no.png"),
        ("dead-link", "gone.html"),
        ("text-needs-script", "脚本写出的字"),
    ],
)
def test_each_fault_of_a_broken_page_is_named(found, rule, element):
    elements = [fault.element for fault in found.faults if fault.page == "broken.html" and fault.rule == rule]
    assert [text for text in elements if element in text], elements


def test_broken_page_has_just_these_faults(found):
    wanted = {case[0] for case in test_each_fault_of_a_broken_page_is_named.pytestmark[0].args[1]}
    assert rules(found, "broken.html") == wanted


def test_state_that_was_never_entered_is_a_fault(found):
    idle = {fault.element for fault in found.faults if fault.rule == "state-not-entered"}
    assert idle == {"黑底黄字", "打开无障碍工具", "长辈版"}
    assert {fault.page for fault in found.faults if fault.rule == "state-not-entered"} == {"idle.html"}


def test_trap_title_and_skip_link_are_told(found):
    assert {"trap", "same-title", "skip-link-broken", "dead-anchor"} <= rules(found, "idle.html")


def test_figures_count_what_was_found(found):
    counts = {figure.name: figure.count for figure in found.figures}
    assert all(counts[name] for name in ("axe", "aaa", "state", "keyboard", "focus", "skip", "reflow", "clipped"))
    assert sum(counts.values()) == len({(f.page, f.rule, f.element) for f in found.faults})
    assert found.tools[0].startswith("axe-core 4.")
    assert {words(fault).cure for fault in found.faults}


def test_command_fails_on_faults_and_passes_a_whole_site(tiny, found, capsys):
    for name in ("broken.html", "idle.html"):
        (tiny / name).unlink()
    assert run(gongkai, ["audit", "--site", str(tiny), "--pages", "1"]) == 0
    assert "检测 1 页（全站 2 页）" in capsys.readouterr().out
    write(tiny, "index.html", PAGE.format(title="首页", extra='<img src="assets/no.png">'))
    assert run(gongkai, ["audit", "--site", str(tiny), "--pages", "1", "--json"]) == 1
    *faults, summary = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {fault["rule"] for fault in faults} == {"image-alt", "dead-load", "dead-link"}
    assert summary["figures"]["dead"] == 2


def test_sample_site_is_whole(site):
    assert inspect(site.folder, most=3).faults == ()
