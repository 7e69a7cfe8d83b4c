"""Front matter of every type: what is made is accepted, what staff mistype is not."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from gongkai import content, pages, words
from gongkai.companion import Companion
from gongkai.frontmatter import split
from marked import account, reading, together

EMPTY = Companion.model_validate({})
FULL = {
    "发布机构": "云阳县人民政府办公室",
    "发文字号": "云府办〔2023〕9号",
    "索引号": "无",
    "主题分类": "综合政务\\其他",
    "成文日期": "2023-01-10",
    "发布日期": "2023-01-20 09:30",
    "来源": "本机关",
    "关键词": ["法治政府"],
    "摘要": "一句话。",
    "重点数据": ["办结率"],
}


def converted(companion):
    read = reading("= 关于2022年法治政府建设情况的报告\n办结率达{98.8%|办结率|98.8|%}。\n# 一、存在的问题\n不足。")
    place, _ = pages.placed(read.report, companion, "")
    about = pages.facts(read, companion, place)
    files = together(about, pages.files(read, about, account(read)))
    return {path: split(data.decode()).values for path, data in files.items() if path.endswith(".md")}


@pytest.mark.parametrize("companion", [EMPTY, Companion.model_validate(FULL)])
def test_every_converted_page_is_of_its_type(companion):
    for path, values in converted(companion).items():
        item = content.TYPES[values["类型"]].model_validate(values)
        assert item.title == values["标题"], path


def test_every_column_gives_a_known_type():
    assert {entry["type"] for entry in words.load("columns")["columns"]} <= set(content.TYPES)


@pytest.mark.parametrize("name", content.TYPES)
def test_type_accepts_a_title_alone_and_english_keys(name):
    model = content.TYPES[name]
    assert model.model_validate({"标题": "甲"}) == model.model_validate({"title": "甲"})


@pytest.mark.parametrize("name", content.TYPES)
def test_type_says_what_it_is_for_and_has_chinese_keys(name):
    model = content.TYPES[name]
    assert model.label == name
    assert model.about
    assert all(re.fullmatch(r"[\u4e00-\u9fff]+", key) for key in content.keys(model))
    assert len(set(content.keys(model))) == len(model.model_fields)
    assert set(content.keys(model)) <= content.known(model)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("发布日其", "2023-01-20"),
        ("发布日期", "2023.1.20"),
        ("成文日期", "2023-1-20"),
        ("成文日期", "2023-02-29"),
        ("成文日期", "9999-99-99"),
        ("发布日期", "0000-00-00"),
        ("发布日期", "2023-02-31 25:61"),
        ("撤下日期", "2023-04-31"),
        ("审核", [{"环节": "初审", "日期": "2023-13-01", "结果": "通过"}]),
        ("更正", [{"日期": "2023-00-01", "原文": "甲", "改为": "乙"}]),
        ("年度", True),
        ("年度", "2022"),
        ("年度", 1948),
        ("年度", 2101),
        ("公开方式", "依申请公开"),
        ("标题", ""),
        ("标题", 2022),
        ("关键词", "公开"),
        ("审核", [{"环节": "预审", "日期": "2023-01-01", "结果": "通过"}]),
        ("审核", [{"环节": "初审", "日期": "2023-01-01"}]),
        ("源校验", "sha256:12"),
        ("重点数据", list("一二三四五六七")),
        ("图片", {"文件": "a.png"}),
    ],
)
def test_flaw_in_front_matter_is_refused(key, value):
    with pytest.raises(ValidationError):
        content.TYPES["法治政府建设年报"].model_validate({"标题": "甲", key: value})


def test_signatures_of_the_three_reviews_are_read():
    line = {
        "环节": "终审",
        "岗位": "分管领导",
        "签署": "c01",
        "日期": "2026-03-04",
        "结果": "通过",
        "关": ["政治", "保密"],
    }
    item = content.TYPES["页面"].model_validate({"标题": "甲", "审核": [line]})
    assert (item.review[0].stage, item.review[0].gates) == ("终审", ("政治", "保密"))


def test_one_file_a_type_is_registered():
    files = {path.stem for path in Path(content.__file__).parent.glob("*.py")} - {
        "__init__",
        "registry",
        "item",
        "derived",
    }
    assert {model.__module__.rpartition(".")[2] for model in content.TYPES.values()} == files


def test_the_manual_s_policy_is_of_its_type():
    manual = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = next(block for block in manual.split("```") if "有效性: 废止" in block)
    values = split(block.strip() + "\n").values
    item = content.TYPES[values["类型"]].model_validate(values)
    assert (item.validity, item.expired, item.replaced_by) == ("废止", "2022-03-01", ("zcwj/2022/0218-zhaopai.md",))
