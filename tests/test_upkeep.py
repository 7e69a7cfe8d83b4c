"""Converted pages stay derived, and nothing that a person wrote is overwritten (design contract 6)."""

import re

import pytest

from gongkai import pages
from gongkai.companion import Companion
from gongkai.files import Batch
from gongkai.frontmatter import split
from gongkai.pages import Action, Upkeep
from marked import account, reading, together

PLACE = "fzzf/2022/yyxrmzfbgs"
TITLE = "= 云阳县人民政府办公室关于2022年法治政府建设情况的报告\n"
FIRST = f"{TITLE}办结率达{{98.8%|办结率|98.8|%}}。\n# 一、存在的问题\n人手不足。"
SECOND = f"{TITLE}办结率达{{99%|办结率|99|%}}。\n# 一、存在的问题\n人手不足。"


def made(marked=FIRST, **said):
    read = reading(marked, issuer="云阳县人民政府办公室")
    companion = Companion.model_validate(said)
    place, _ = pages.placed(read.report, companion, "")
    about = pages.facts(read, companion, place)
    return together(about, pages.files(read, about, account(read)))


class Docs(dict):
    """docs/ as a mapping of path to bytes."""

    def convert(self, files, *, force=False):
        steps, findings = Upkeep(self.get, "docs", force=force).steps(files, "seeds/test.txt")
        self.update({step.path: step.data for step in steps if step.action is Action.WRITE})
        self.aside = {step.aside: step.replaced for step in steps if step.replaced}
        self.last = {step.path: step.action for step in steps}
        return [(f.code, str(f.place)) for f in findings]

    def edit(self, name, old, new):
        path = f"{PLACE}/{name}"
        assert old.encode() in self[path]
        self[path] = self[path].replace(old.encode(), new.encode())

    def front(self, name="index.md"):
        return split(self[f"{PLACE}/{name}"].decode()).values


@pytest.fixture
def docs():
    found = Docs()
    assert found.convert(made()) == []
    return found


def test_all_is_written_where_nothing_stands(docs):
    assert set(docs.last.values()) == {Action.WRITE}
    assert dict(docs) == made()


def test_second_run_changes_nothing(docs):
    assert docs.convert(made()) == []
    assert set(docs.last.values()) == {Action.SAME}


def test_changed_report_rewrites_untouched_pages(docs):
    assert docs.convert(made(SECOND)) == []
    assert dict(docs) == made(SECOND)
    assert docs.last[f"{PLACE}/index.md"] is Action.WRITE


def test_changed_companion_rewrites_the_front_matter(docs):
    docs.convert(made(发布日期="2023-01-20"))
    assert docs.front()["发布日期"] == "2023-01-20"
    assert docs.convert(made()) == []
    assert "发布日期" not in docs.front()


def test_edited_text_is_left_alone_with_its_line(docs):
    docs.edit("index.md", "人手不足", "人手很足")
    before = dict(docs)
    line = before[f"{PLACE}/index.md"].decode().split("\n").index(next(t for t in before[f"{PLACE}/index.md"].decode().split("\n") if "人手很足" in t)) + 1  # fmt: skip
    assert docs.convert(made()) == [("GK601", f"docs/{PLACE}/index.md:{line}")]
    assert docs == before
    docs.convert(made(SECOND))
    assert docs[f"{PLACE}/index.md"] == before[f"{PLACE}/index.md"]
    assert docs[f"{PLACE}/indicators.md"] == made(SECOND)[f"{PLACE}/indicators.md"]


def test_finding_names_the_companion(docs):
    docs.edit("index.md", "人手不足", "人手很足")
    _, findings = Upkeep(docs.get).steps(made(), "seeds/test.txt")
    assert "seeds/test.yml" in findings[0].mend
    assert "--force" in findings[0].mend


def test_force_overwrites_and_keeps_a_copy(docs):
    docs.edit("index.md", "人手不足", "人手很足")
    theirs = docs[f"{PLACE}/index.md"]
    assert docs.convert(made(SECOND), force=True) == [("GK603", f"docs/{PLACE}/index.md:15")]
    assert dict(docs) == made(SECOND)
    ((aside, kept),) = docs.aside.items()
    assert kept == theirs
    assert re.fullmatch(rf"\.cache/replaced/{PLACE}/index\.md\.[0-9a-f]{{8}}", aside)


def test_line_ends_and_last_blanks_are_no_edit(docs):
    path = f"{PLACE}/index.md"
    docs[path] = docs[path].replace(b"\n", b"\r\n") + b"\r\n\r\n"
    docs[f"{PLACE}/indicators.csv"] = docs[f"{PLACE}/indicators.csv"].replace(b"\r\n", b"\n")
    assert docs.convert(made(SECOND)) == []
    assert dict(docs) == made(SECOND)


SIGNED = """审核:  # 三审
  - {环节: 初审, 岗位: 经办人, 日期: 2023-01-10}
# 已核对
更正: []
"""


@pytest.mark.parametrize("where", ["元数据校验: ", "标题: ", "---\n# "])
def test_keys_of_staff_survive_word_for_word(docs, where):
    docs.edit("index.md", where, f"{SIGNED}{where}")
    assert docs.convert(made(SECOND)) == []
    text = docs[f"{PLACE}/index.md"].decode()
    assert SIGNED in text
    assert docs.front()["审核"] == [{"环节": "初审", "岗位": "经办人", "日期": "2023-01-10"}]
    assert split(text).body == split(made(SECOND)[f"{PLACE}/index.md"].decode()).body
    assert docs.convert(made(SECOND)) == []
    assert set(docs.last.values()) == {Action.SAME}


def test_known_key_that_staff_added_survives(docs):
    docs.edit("index.md", "源文件: ", "关键词: [公开, 法治]\n源文件: ")
    assert docs.convert(made(SECOND)) == []
    assert docs.front()["关键词"] == ["公开", "法治"]


def test_changed_value_is_an_edit(docs):
    docs.edit("index.md", "年度: 2022", "年度: 2021")
    assert docs.convert(made(SECOND)) == [("GK601", f"docs/{PLACE}/index.md:5")]
    assert docs.front()["年度"] == 2021


@pytest.mark.parametrize("said", ["!!binary aGk=", "{1: 甲, 乙: 丙}", "!!set {甲}", ".nan", "{甲: [{1: 乙, 丙: 丁}]}"])
def test_value_of_any_kind_is_an_edit(docs, said):
    docs.edit("index.md", "年度: 2022", f"年度: {said}")
    assert docs.convert(made(SECOND)) == [("GK601", f"docs/{PLACE}/index.md:5")]
    _, findings = Upkeep(docs.get).leftovers(docs, (), prune=True)
    assert "index.md" in findings[0].what


@pytest.mark.parametrize(
    ("said", "old", "new", "says"),
    [
        ({}, "年度: 2022\n", "", "的“年度”被人删去"),
        ({}, "年度: 2022\n", "年度: 2021\n", "的“年度”被人改过"),
        ({"发布日期": "2023-01-20"}, "2023-01-20", "2023-02-20", "的“发布日期”被人改过"),
        ({"发布日期": "2023-01-20"}, "发布日期: 2023-01-20\n", "", "的“发布日期”被人删去"),
    ],
)
def test_edited_key_is_named_though_the_report_changed(said, old, new, says):
    docs = Docs(made(**said))
    docs.edit("index.md", old, new)
    _, findings = Upkeep(docs.get).steps(made(SECOND, **said))
    assert [says in finding.what for finding in findings] == [True]


def test_no_key_is_named_when_none_can_be_known():
    docs = Docs(made(发布日期="2023-01-20"))
    docs.edit("index.md", "2023-01-20", "2023-02-20")
    _, findings = Upkeep(docs.get).steps(made(SECOND))
    assert [finding.what for finding in findings] == ["这个页面的元数据被人改过，没有覆盖"]


@pytest.mark.parametrize("name", ["年度: 2022", "类型: 法治政府建设年报", "源文件: test.txt"])
def test_comment_behind_a_value_of_ours_is_not_dropped(docs, name):
    docs.edit("index.md", name, f"{name}  # 已与档案核对")
    assert [code for code, _ in docs.convert(made(SECOND))] == ["GK601"]
    assert "# 已与档案核对" in docs[f"{PLACE}/index.md"].decode()


def test_hash_sign_in_a_value_is_no_comment():
    docs = Docs(made(标题="甲 # 乙"))
    assert docs.convert(made(SECOND, 标题="甲 # 乙")) == []


def test_comment_in_our_keys_is_not_dropped(docs):
    docs.edit("index.md", "年度: 2022", "# 待核\n年度: 2022")
    assert [code for code, _ in docs.convert(made(SECOND))] == ["GK601"]
    assert "# 待核" in docs[f"{PLACE}/index.md"].decode()


def test_force_keeps_keys_of_staff(docs):
    docs.edit("index.md", "源文件: ", "审核: 已审\n源文件: ")
    docs.edit("index.md", "人手不足", "人手很足")
    docs.convert(made(), force=True)
    assert docs.front()["审核"] == "已审"
    assert "人手不足" in docs[f"{PLACE}/index.md"].decode()


def test_force_overwrites_what_cannot_be_kept(docs):
    docs.edit("index.md", "年度: 2022", "# 待核\n年度: 2022")
    assert [code for code, _ in docs.convert(made(), force=True)] == ["GK603"]
    assert docs[f"{PLACE}/index.md"] == made()[f"{PLACE}/index.md"]
    assert docs.aside


def test_broken_front_matter_is_left_alone(docs):
    docs.edit("index.md", "年度: 2022", "年度: : 2022")
    assert docs.convert(made()) == [("GK601", f"docs/{PLACE}/index.md:5")]


def test_page_that_is_no_text_is_left_alone(docs):
    docs[f"{PLACE}/index.md"] = b"\xff\xfe"
    assert docs.convert(made()) == [("GK601", f"docs/{PLACE}/index.md")]


def test_page_of_a_person_at_the_address_is_left_alone():
    docs = Docs({f"{PLACE}/index.md": "# 手写\n".encode()})
    assert docs.convert(made()) == [("GK602", f"docs/{PLACE}/index.md")]
    assert docs[f"{PLACE}/index.md"] == "# 手写\n".encode()


@pytest.mark.parametrize("name", ["indicators.csv", "indicators.json"])
def test_edited_data_is_left_alone(docs, name):
    docs.edit(name, "98.8", "99.9")
    before = docs[f"{PLACE}/{name}"]
    assert docs.convert(made()) == [("GK601", f"docs/{PLACE}/{name}")]
    assert docs.convert(made(SECOND)) == [("GK601", f"docs/{PLACE}/{name}")]
    assert docs[f"{PLACE}/{name}"] == before


def test_data_of_all_reports_is_watched_too(docs):
    docs["data/codebook.csv"] += b"x"
    docs["data/indicators.csv"] += b"x"
    assert docs.convert(made()) == [("GK601", "docs/data/codebook.csv"), ("GK601", "docs/data/indicators.csv")]


def test_data_stays_with_its_edited_table(docs):
    docs.edit("indicators.md", "报告里的", "本报告里的")
    before = docs[f"{PLACE}/indicators.json"]
    assert [code for code, _ in docs.convert(made(SECOND))] == ["GK601"]
    assert docs[f"{PLACE}/indicators.json"] == before
    assert [code for code, _ in docs.convert(made())] == ["GK601"]


def test_data_file_of_a_person_is_left_alone():
    docs = Docs({f"{PLACE}/indicators.csv": b"a,b"})
    assert docs.convert(made()) == [("GK602", f"docs/{PLACE}/indicators.csv")]


def test_pages_of_a_report_that_went_are_named(docs):
    docs["about/index.md"] = "# 关于\n".encode()
    now = {path for path in made() if path.startswith("data/")}
    steps, findings = Upkeep(docs.get).leftovers(docs, now)
    assert {step.action for step in steps} == {Action.LEAVE}
    assert [(f.code, str(f.place)) for f in findings] == [("GK604", f"docs/{PLACE}")]
    assert all(name in findings[0].what for name in ("index.md", "indicators.csv", "indicators.json", "numbers.md"))


def test_pages_of_a_report_that_could_not_be_read_are_not_left_over(docs):
    assert Upkeep(docs.get).leftovers(docs, {"data/index.md", "data/codebook.md"}, {"test.txt"}) == ([], [])


def test_standing_pages_tell_whose_folder_it_is(docs):
    docs["about/index.md"] = "# 关于\n".encode()
    assert Upkeep(docs.get).holders(docs, {"test.txt"}) == {PLACE: "test.txt"}
    docs.edit("index.md", "年度: 2022", "年度: : 2022")
    assert Upkeep(docs.get).holders(docs, {"test.txt"}) == {PLACE: "test.txt"}
    assert Upkeep(docs.get).holders(docs, {"renamed.txt"}) == {}


def test_moved_report_leaves_its_old_pages(docs):
    docs.convert(made(短名="bgs"))
    _, findings = Upkeep(docs.get).leftovers(docs, made(短名="bgs"))
    assert [str(f.place) for f in findings] == [f"docs/{PLACE}"]


def test_prune_removes_only_what_nobody_touched(docs, tmp_path):
    docs.edit("ledger.md", "人手", "人员")
    docs.edit("indicators.csv", "98.8", "99.9")
    for path, data in docs.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    now = {path for path in made() if path.startswith("data/")}
    steps, findings = Upkeep(docs.get).leftovers(docs, now, prune=True)
    gone = {path.name for path in pages.remove(steps, tmp_path)}
    assert gone == {"index.md", "indicators.md", "indicators.json", "numbers.md"}
    assert sorted(path.name for path in (tmp_path / PLACE).iterdir()) == ["indicators.csv", "ledger.md"]
    assert "：indicators.csv、ledger.md" in findings[0].what


@pytest.mark.parametrize("added", ["审核: 张三", "关键词: [公开]", "更正: []"])
def test_prune_leaves_a_page_with_a_key_of_staff_and_its_data(docs, added):
    docs.edit("indicators.md", "源文件: ", f"{added}\n源文件: ")
    now = {path for path in made() if path.startswith("data/")}
    steps, findings = Upkeep(docs.get).leftovers(docs, now, prune=True)
    left = {step.path.rpartition("/")[2] for step in steps if step.action is Action.LEAVE}
    assert left == {"indicators.md", "indicators.csv", "indicators.json"}
    assert "indicators.md" in findings[0].what


def test_source_that_is_no_text_is_not_spared(docs):
    docs.edit("index.md", "源文件: test.txt", "源文件: [test.txt]")
    steps, _ = Upkeep(docs.get).leftovers(docs, made().keys() - {f"{PLACE}/index.md"}, {"test.txt"}, prune=True)
    assert [(step.path, step.action) for step in steps] == [(f"{PLACE}/index.md", Action.LEAVE)]


def test_prune_removes_emptied_folders(docs, tmp_path):
    for path, data in docs.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    now = {path for path in made() if path.startswith("data/")}
    steps, findings = Upkeep(docs.get).leftovers(docs, now, prune=True)
    pages.remove(steps, tmp_path)
    assert findings == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_stage_writes_pages_and_copies(docs, tmp_path):
    docs.edit("index.md", "人手不足", "人手很足")
    steps, _ = Upkeep(docs.get, force=True).steps(made())
    batch = Batch(tmp_path / ".cache/convert")
    pages.stage(steps, tmp_path / "docs", tmp_path, batch)
    batch.commit()
    assert (tmp_path / "docs" / PLACE / "index.md").read_bytes() == made()[f"{PLACE}/index.md"]
    assert [path.read_bytes() for path in (tmp_path / ".cache/replaced").rglob("*.md.*")] == [docs[f"{PLACE}/index.md"]]
