"""What staff write comes out accessible: each rule on real pieces of pages, and as many that must not change."""

import cProfile
import importlib
from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from gongkai.web import links, qr
from gongkai.web.abbreviations import ChineseAbbreviations
from gongkai.web.tree import parse, render
from gongkai.words import load

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "written.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_piece_of_a_page_is_put_in_order(case):
    module, function = case["rule"].split(".")
    root = parse(case["html"])
    getattr(importlib.import_module(f"gongkai.web.{module}"), function)(root)
    assert render(root) == case.get("gives", case["html"])


@pytest.mark.parametrize("entry", load("boxes")["titles"], ids=lambda entry: entry.word)
def test_every_kind_of_box_has_a_chinese_title(entry):
    assert entry.example.removeprefix("!!! ").capitalize() == entry.word
    assert entry["says"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("存为OFD格式", ["OFD"]),
        ("由县府办负责", ["县府办"]),
        ("OFD和OFD", ["OFD", "OFD"]),
        ("OFDX、xOFD、OFD2", []),
        ("`OFD`", []),
        ("A级", []),
    ],
)
def test_short_forms_are_found_in_chinese_text(text, found):
    text += "\n\n*[OFD]: 版式文件\n*[县府办]: 县政府办公室\n"
    root = parse(Markdown(extensions=["abbr", ChineseAbbreviations()]).convert(text))
    assert [short.text for short in root.find("abbr")] == found


def test_short_forms_are_left_alone_where_nobody_asked_for_them():
    assert "<abbr" not in Markdown(extensions=[ChineseAbbreviations()]).convert("OFD\n\n*[OFD]: 版式文件")


def test_link_without_words_says_its_address():
    root = parse(
        '<p><a href="../a%20b.html"></a><a href="https://a.gov.cn/">https://a.gov.cn/</a>'
        '<a href="#r" aria-label="受理 5件"></a></p>'
    )
    links.explain(root, lambda _: None)
    empty, bare, named = root.find("a")
    assert named.text == ""
    assert empty.text == "../a b.html"
    assert "bare" in bare.classes
    assert "bare" not in empty.classes


def test_address_becomes_a_code_with_a_quiet_zone():
    made = qr.picture("https://www.yunjiang.gov.cn/gk/zcwj/2022/0218-zhaopai.html")
    assert 'viewBox="0 0 41 41"' in made
    assert 'd="M4 4.5h7m' in made
    assert "#" not in made
    assert parse(made).find("path")


@pytest.mark.parametrize("address", ["https://yunjiang.example/gk/a.html", "http://localhost:8000/", "a.html", ""])
def test_address_that_leads_nowhere_gets_no_code(address):
    assert qr.picture(address) == ""


def _calls(footnotes):
    """Calls of Python functions made to tell the links of one paragraph with so many footnotes apart."""
    marks = "".join(f'字<sup id="r{n}"><a href="#n{n}">{n % 7}</a></sup>' for n in range(footnotes))
    root = parse(f"<p>{marks}</p>")
    profile = cProfile.Profile()
    profile.runcall(links.tell_apart, root)
    return sum(entry.callcount for entry in profile.getstats())


def test_many_footnotes_in_a_paragraph_take_time_by_their_number():
    assert _calls(400) < 5 * _calls(100)
