import pytest

from gongkai.errors import SettingsError
from gongkai.settings import project

HEAD = "site_name: 政务公开\ntheme: {name: material, palette: !!python/name:material.x ''}\n"


def made(tmp_path, text):
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return project(path)


def test_settings_are_read_by_chinese_and_english_keys(tmp_path):
    block = "plugins:\n  - gongkai:\n      站点: {地区: 云江县, demo: true}\n      栏目: [{名称: 年报, 目录: nb}]\n"
    found = made(tmp_path, HEAD + block)
    assert found.site_name == "政务公开"
    assert found.settings.site.region == "云江县"
    assert found.settings.site.demo
    assert found.settings.columns[0].folder == "nb"
    assert found.docs == tmp_path / "docs"
    assert found.seeds == tmp_path / "seeds"


def test_a_site_without_our_block_has_defaults(tmp_path):
    assert made(tmp_path, HEAD + "plugins: [search, gongkai]\n").settings.site.hotline == "12345"
    assert made(tmp_path, HEAD + "plugins: {gongkai: {站点: {热线: '12319'}}}\n").settings.site.hotline == "12319"


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ("plugins: [{gongkai: {站占: {}}}]", "是不是“站点”"),
        ("plugins: [{gongkai: {站点: {主办单: 甲}}}]", "是不是“主办单位”"),
        ("plugins: [{gongkai: {栏目: [{名称: 年报}]}}]", "栏目 › 0 › 目录”缺少这一项"),
        ("plugins: [{gongkai: {站点: {演示站点: 大概}}}]", "应当是 true 或 false"),
        ("plugins: [{gongkai: {栏目: 年报}}]", "应当是列表"),
        ("plugins: [gongkai: {", "mkdocs.yml:"),
        ("- a", "YAML"),
    ],
)
def test_a_flaw_names_place_and_cure(tmp_path, block, says):
    with pytest.raises(SettingsError, match=r"mkdocs\.yml") as caught:
        made(tmp_path, HEAD + block)
    assert says in str(caught.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(SettingsError, match="没有这个文件"):
        project(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(
    "line",
    ["site_dir: .", "site_dir: docs", "site_dir: docs/site", "site_dir: seeds", "site_dir: ..", "site_dir: .cache/x", "docs_dir: .",
     "docs_dir: ..", "docs_dir: /tmp/other", "INHERIT: ../mkdocs.yml", "plugins: [{gongkai: {报告目录: ../seeds}}]",
     "plugins: [{gongkai: {数据目录: ''}}]", "plugins: [{gongkai: {数据目录: ../../data}}]", "plugins: [{gongkai: {数据目录: /data}}]"],
)  # fmt: skip
def test_no_setting_leads_out_of_the_project_or_over_its_sources(tmp_path, line):
    with pytest.raises(SettingsError):
        made(tmp_path, HEAD + line + "\n")


def test_a_site_folder_elsewhere_is_fine(tmp_path):
    (tmp_path / "project").mkdir()
    assert made(tmp_path / "project", HEAD + "site_dir: ../www\n").output == tmp_path / "www"
    assert made(tmp_path / "project", HEAD + "plugins: 5\n").settings.site.hotline == "12345"
