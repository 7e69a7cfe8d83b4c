"""Paragraphs get ids that stay when others come and go, and their text is what search reads."""

import pytest

from gongkai.web.passages import passages
from gongkai.web.tree import parse, render


def told(html):
    return [(each.heading, each.text) for each in passages(parse(html))]


def ids(html):
    return [each.anchor for each in passages(parse(html))]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (
            "<p>甲。</p><h2 id=x>一、总则</h2><p>乙。</p>",
            [("", "甲。"), ("一、总则", "一、总则"), ("一、总则", "乙。")],
        ),
        ("<ul><li>外层<ul><li>里层</li></ul></li></ul>", [("", "外层"), ("", "里层")]),
        ("<ul><li><p>第一段</p><p>第二段</p></li></ul>", [("", "第一段"), ("", "第二段")]),
        (
            "<table><caption>表</caption><thead><tr><th>姓名</th></tr></thead><tbody><tr><td>甲</td><td>98.8</td></tr></tbody></table>",
            [("", "甲 98.8")],
        ),
        ("<p>各单位：\n请按时</p><p>Open\nData</p>", [("", "各单位：请按时"), ("", "Open Data")]),
        ("<p>办结率<a>98.8%</a>。</p><div class=aside-note><p>本段1项数据</p></div>", [("", "办结率98.8%。")]),
        ("<p>正文<sup><a class=footnote-ref>1</a></sup></p>", [("", "正文")]),
        ("<dl><dt>词</dt><dd>释义</dd></dl><pre>甲\n乙</pre>", [("", "词"), ("", "释义"), ("", "甲乙")]),
        ('<p><img src="a.png" alt=""></p><p> </p>', []),
        ("甲<div>乙</div>", []),
    ],
)
def test_text_is_told_block_by_block(html, found):
    assert told(html) == found


def test_own_ids_stay_and_others_are_given():
    root = parse('<h2 id="一总则">一、总则</h2><p id="s-5f0c2a91">甲。</p><p>乙。</p>')
    found = [each.anchor for each in passages(root)]
    assert found[:2] == ["一总则", "s-5f0c2a91"]
    assert f'<p id="{found[2]}">乙。</p>' in render(root)
    assert found[2].startswith("p-")
    assert len(found[2]) == 10


def test_ids_do_not_hang_on_neighbours_and_repetitions_are_told_apart():
    before, after = ids("<p>甲。</p><p>乙。</p><p>甲。</p>"), ids("<p>新的。</p><p>甲。</p><p>乙。</p><p>甲。</p>")
    assert after[1:] == before
    assert len(set(before)) == 3


def test_ids_do_not_hang_on_marks_and_line_breaks():
    assert ids("<p>甲<b>乙</b>。</p>") == ids("<p>甲\n乙。</p>")


def test_figures_of_a_passage_are_known():
    found = passages(
        parse('<p>甲</p><p>办结率<a class="fig" id="f-3a9c1e02" href="indicators.html#r-3a9c1e02">98.8%</a></p>')
    )
    assert [each.figures for each in found] == [(), ("f-3a9c1e02",)]
