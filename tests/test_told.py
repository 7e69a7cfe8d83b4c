"""What staff are told on the terminal, and with which exit code, when docs/ is not as it should be."""

import shutil

import pytest

from built import ROOT, SAMPLE
from gongkai.cli import gongkai
from gongkai.commands import run
from gongkai.web.trial import Trial


def write(site, name, text):
    path = site / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("folder", [SAMPLE, ROOT], ids=["sample", "reference"])
def test_the_sites_that_we_show_have_no_findings(capsys, folder):
    assert run(gongkai, ["check", "--strict", "--config", str(folder / "mkdocs.yml")]) == 0
    assert capsys.readouterr().out == ""


def test_a_site_without_a_home_is_not_built_and_the_old_one_stays(site, capsys):
    assert run(gongkai, ["build"]) == 0
    before = {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()}
    shutil.move(site / "docs" / "index.md", site / "docs" / "README.md")
    capsys.readouterr()
    for line in ("build", "build --full"):
        assert run(gongkai, line.split()) == 1
        told = capsys.readouterr()
        assert told.out == (
            "docs/index.md GK509 错误 没有首页\n    改法：把 docs/README.md 改名为 index.md，开头写“类型: 首页”\n"
        )
        assert told.err == "没有生成网站；上次生成的没有动。\n"
    assert run(gongkai, ["check"]) == 1
    assert "docs/index.md GK509 错误 没有首页" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()} == before


def test_without_a_home_machines_get_the_finding_and_no_preview_begins(site, capsys):
    (site / "docs" / "index.md").unlink()
    capsys.readouterr()
    assert run(gongkai, ["build", "--json"]) == 1
    assert '"code": "GK509"' in capsys.readouterr().out
    assert not (site / "site").exists()
    assert run(gongkai, ["serve"]) == 1
    assert "docs/index.md GK509 错误 没有首页" in capsys.readouterr().out


def test_a_page_in_the_place_of_the_search_page_is_told_and_no_field_leads_nowhere(site, capsys):
    write(site, "search/index.md", "---\n标题: 检索说明\n类型: 页面\n---\n\n怎样检索。\n")
    capsys.readouterr()
    assert run(gongkai, ["check"]) == 1
    assert "docs/search/index.md:3 GK310 错误 这个地址是搜索页的，被这一页占了\n" in capsys.readouterr().out
    assert run(gongkai, ["build"]) == 0
    assert "提醒：docs/search/index.md:3 这个地址是搜索页的，被这一页占了。" in capsys.readouterr().err
    page = (site / "site" / "index.html").read_text(encoding="utf-8")
    assert "<form" not in page
    assert not (site / "site" / "search" / "index.js").exists()


def test_a_page_in_the_place_of_the_home_of_elder_mode_is_told_by_check_and_build(site, capsys):
    write(site, "zhangbei/index.md", "---\n标题: 长辈之家\n---\n\n地址在人民路。\n")
    capsys.readouterr()
    assert run(gongkai, ["check"]) == 1
    told = capsys.readouterr().out
    assert "docs/zhangbei/index.md:1 GK309 错误 这个地址是长辈版首页的，被这一页占了\n" in told
    assert "改法：给文件夹 docs/zhangbei 改个名字；这一页就是长辈版首页的，写“类型: 长辈版”\n" in told
    assert run(gongkai, ["build"]) == 0
    assert "提醒：docs/zhangbei/index.md:1 这个地址是长辈版首页的，被这一页占了。" in capsys.readouterr().err
    write(site, "zhangbei/index.md", "---\n标题: 长辈版\n类型: 长辈版\n---\n\n地址在人民路。\n")
    assert run(gongkai, ["check"]) == 0
    assert run(gongkai, ["build"]) == 0
    assert "提醒" not in capsys.readouterr().err
    page = (site / "site" / "zhangbei" / "index.html").read_text(encoding="utf-8")
    assert "地址在人民路。" in page
    assert 'href="../index.html?mode="' in page


def test_pages_that_no_list_will_hold_and_empty_ones_are_told_without_stopping(site, capsys):
    write(site, "a.md", "换领证件的，到政务大厅。\n")
    write(site, "b.md", "---\n标题: 通知\n类型: 通知公告\n---\n# 通知\n")
    capsys.readouterr()
    assert run(gongkai, ["check"]) == 0
    assert capsys.readouterr().out == (
        "docs/a.md:1 GK307 警告 开头没有标题和类型，这一页不会出现在列表里\n"
        "    改法：在最前面加两行 ---，中间写“标题: …”和“类型: 通知公告”等；不进列表的写“类型: 页面”\n"
        "docs/b.md:5 GK308 警告 这一页没有正文\n"
        "    改法：写上正文；还不公开的，移出 docs/\n"
    )
    assert run(gongkai, ["check", "--strict"]) == 1


def told_of(site, capsys, body):
    """What check prints of a page that begins on line 5, and its exit code."""
    write(site, "a.md", f"---\n标题: 甲\n类型: 页面\n---\n{body}")
    capsys.readouterr()
    code = run(gongkai, ["check", "docs/a.md"])
    return capsys.readouterr().out.splitlines(), code


def built_warnings(site, capsys):
    capsys.readouterr()
    run(gongkai, ["build"])
    captured = capsys.readouterr()
    return [line.removeprefix("提醒：") for line in captured.err.splitlines() if line.startswith("提醒：")]


def test_html_is_told_with_its_lines_and_what_to_write_instead(site, capsys):
    body = "# 甲\n\n<div>大厅</div>\n\n`<div>`和\n\n```\n<img>\n```\n\n<img src=a.png><div>\n"
    lines, code = told_of(site, capsys, body)
    assert code == 0
    assert lines == [
        "docs/a.md:7 GK510 警告 有 HTML 代码 <div>，读者会看到代码本身（第 15 行也有）",
        "    │ <div>大厅</div>",
        "    改法：去掉代码，只留文字；要让读者看到代码本身，写在两个反引号 ` 之间",
        "docs/a.md:15 GK510 警告 有 HTML 代码 <img>，读者会看到代码本身",
        "    │ <img src=a.png><div>",
        "    改法：图片写成 ![图上是什么](图片.png)",
    ]
    assert [line for line in built_warnings(site, capsys) if "GK" not in line] == [
        "a.md：有 HTML 代码 <div>，读者会看到代码本身。改法：去掉代码，只留文字；要让读者看到代码本身，写在两个反引号 ` 之间。",
        "a.md：有 HTML 代码 <img>，读者会看到代码本身。改法：图片写成 ![图上是什么](图片.png)。",
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("[点](javascript:alert(1))", "GK511 错误 链接的地址 javascript:alert(1) 不能用，读者点不了"),
        ("[点](java&#115;cript:go)", "GK511 错误 链接的地址 javascript:go 不能用，读者点不了"),
        ("[表](file:///C:/biao.docx)", "GK511 错误 链接的地址 file:///C:/biao.docx 不能用，读者点不了"),
        ("![图](https://x.example/a.png)", "GK512 错误 图片 https://x.example/a.png 不在本站，读者看不到"),
        ("![图](data:image/png;base64,iVBO)", "GK512 错误 图片 data:image/png;base64,iVBO 不在本站，读者看不到"),
        ("甲\n{: onclick=go }", "GK510 警告 花括号里的 onclick 不能用，已去掉"),
    ],
)
def test_what_a_build_takes_out_is_told_before_with_its_line(site, capsys, line, says):
    lines, code = told_of(site, capsys, f"正文。\n\n{line}\n")
    found = [text for text in lines if says in text]
    assert len(found) == 1, lines
    assert found[0].startswith(f"docs/a.md:{7 + line.count(chr(10))} ")
    assert code == ("错误" in says)
    assert says.split(" ", 2)[2] in " ".join(built_warnings(site, capsys))


@pytest.mark.parametrize(
    ("body", "line"),
    [("正文。\n\n" + "* " * 5000 + "甲\n", 7), ("".join(f"{'    ' * n}- 甲\n" for n in range(300)), 304)],
    ids=["one line", "list"],
)
def test_a_page_nested_too_deeply_is_told_before_a_build_stops_at_it(site, capsys, body, line):
    lines, code = told_of(site, capsys, body)
    assert code == 1
    assert lines[0] == f"docs/a.md:{line} GK513 错误 这一页的列表、引用或星号套得太深，转换不了"
    assert run(gongkai, ["build"]) == 2
    told = capsys.readouterr().err
    assert "a.md：这一页的列表、引用或星号套得太深，转换不了。改法：减少层次" in told
    assert "gongkai check 说明在哪一行。" in told


def test_plain_pages_are_not_converted_to_be_checked(site, capsys, monkeypatch):
    tried = []
    monkeypatch.setattr(Trial, "unfit", lambda _self, body: tried.append(body) or [])
    assert run(gongkai, ["check"]) == 0
    plain = (
        '<a id="f-3a9c1e02"></a>[甲](b.md "题") a < b <!-- 注 --> <https://www.gov.cn/> [电话](tel:12345) ![图](a.png)'
    )
    told_of(site, capsys, plain)
    assert tried == []
    told_of(site, capsys, "<div>")
    assert tried == ["<div>"]


def test_own_words_for_search_that_are_broken_stop_the_build_until_they_are_mended(site, capsys):
    config = site / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("- gongkai:\n", "- gongkai:\n      词汇: words.yml\n"), encoding="utf-8")
    assert "词汇" in config.read_text(encoding="utf-8")
    (site / "words.yml").write_text("- {say: 县码, official: [健康码]}\n", encoding="utf-8")
    assert run(gongkai, ["check"]) == 1
    assert "words.yml GK701 错误" in capsys.readouterr().out
    assert run(gongkai, ["build"]) != 0
    assert "words.yml：第 1 条" in capsys.readouterr().err
    words = "- {say: [鸵鸟报告], official: [法治政府建设], kind: 俗称, source: 甲}\n"
    (site / "words.yml").write_text(words, encoding="utf-8")
    assert run(gongkai, ["build"]) == 0
    capsys.readouterr()
    assert run(gongkai, ["search", "鸵鸟报告", "--json"]) == 0
    assert '"鸵鸟报告"' in capsys.readouterr().out
