from pathlib import Path

import pytest
import yaml

from gongkai.checks import registry
from gongkai.checks.docs import docs

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "checks.yml").read_text(encoding="utf-8"))


HOME = {"docs/index.md": "# 首页\n"}
ABOUT_THE_PAGE = frozenset({"GK307", "GK308"})
"""Told of most of the bits of pages below; just the cases that name one of these codes are about them."""


def findings(root, files, paths=None, home=HOME, quiet=ABOUT_THE_PAGE):
    files = home | files
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = registry.findings(docs(root / "docs", root, root / "seeds"), paths)
    return [finding for finding in found if finding.code not in quiet]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_checks_find_just_this(tmp_path, case):
    quiet = ABOUT_THE_PAGE - {code for code, *_ in case["found"]} if not case.get("whole") else frozenset()
    found = findings(tmp_path, case["files"], home=HOME if case.get("home", True) else {}, quiet=quiet)
    assert [[f.code, f.place.file, f.place.line, f.place.column] for f in found] == case["found"]
    if "mend" in case:
        assert case["mend"] in found[0].mend
    if "says" in case:
        assert case["says"] in found[0].what


def test_only_chosen_pages_are_checked(tmp_path):
    files = {"docs/a.md": "[甲](x.md)\n", "docs/b.md": "[乙](x.md)\n"}
    found = findings(tmp_path, files, frozenset({"b.md"}))
    assert [f.place.file for f in found] == ["docs/b.md"]


def test_a_long_line_of_brackets_is_read_in_one_pass(tmp_path):
    assert findings(tmp_path, {"docs/a.md": "[" * 200_000 + "](" * 50_000}) == []


@pytest.mark.parametrize("said", ["[页面]", "{a: b}", "[]", "2022", "true"])
def test_a_type_that_is_no_word_is_unknown(tmp_path, said):
    found = findings(tmp_path, {"docs/a.md": f"---\n标题: 甲\n类型: {said}\n---\n"})
    assert [(f.code, f.place.line) for f in found] == [("GK302", 3), ("GK303", 3)]
    assert "应当是一个词" in found[0].what


def test_links_out_of_docs_are_found_and_not_read(tmp_path):
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("[甲](x.md)\n", encoding="utf-8")
    (tmp_path / "docs" / "p.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "docs" / "folder").symlink_to(tmp_path)
    (tmp_path / "docs" / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "docs" / "sub" / "inside.md").symlink_to("../a.md")
    found = findings(tmp_path, {"docs/a.md": "# 甲\n"})
    assert [(f.code, f.place.file) for f in found] == [("GK507", "docs/folder"), ("GK507", "docs/p.md")]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("发布日期: 2023-02-31 25:61", "“发布日期”没有这一天或这个时刻"),
        ("更正: [{日期: 9999-99-99, 原文: 甲, 改为: 乙}]", "“更正 › 1 › 日期”没有这一天或这个时刻"),
        ("年度: 202", "“年度”不是 1949 到 2100 之间的年份"),
        ("年度: true", "“年度”应当是整数"),
    ],
)
def test_a_day_or_year_that_does_not_exist_is_told(tmp_path, said, says):
    found = findings(tmp_path, {"docs/a.md": f"---\n标题: 甲\n类型: 工作报告\n{said}\n---\n"})
    assert [(f.code, f.place.line, f.what) for f in found] == [("GK303", 4, says)]
