import pytest

from gongkai.companion import companion


def read(tmp_path, text):
    path = tmp_path / "a.yml"
    path.write_text(text, encoding="utf-8")
    return companion(path, "seeds/a.yml")


def test_metadata_and_corrections_are_read_with_their_lines(tmp_path):
    text = "发布日期: 2023-01-20\n短名: yunyang-2022\n指标修正:\n  - {原文: 98.8%, 句中: 共接, 改名: 12345热线办结率}\n"
    found, lines, findings = read(tmp_path, text)
    assert findings == []
    assert found.published == "2023-01-20"
    assert found.slug == "yunyang-2022"
    assert found.indicators[0].name == "12345热线办结率"
    assert lines["指标修正"] == 3


def test_numbers_need_no_quotes(tmp_path):
    found, _, findings = read(tmp_path, "指标修正:\n  - {原文: 12, 时期: 2022}\n")
    assert findings == []
    assert (found.indicators[0].raw, found.indicators[0].period) == ("12", "2022")


def test_a_missing_file_says_nothing(tmp_path):
    found, _, findings = companion(tmp_path / "b.yml", "seeds/b.yml")
    assert findings == []
    assert found.published == ""


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("发布日期: 2023.1.20\n", "seeds/a.yml:1", "格式不对"),
        ("\n发布日其: 2023-01-20\n", "seeds/a.yml:2", "是不是“发布日期”"),
        ("指标修正:\n  - {原文: 98.8%}\n", "seeds/a.yml:1", "没有说要改什么"),
        ("指标修正:\n  - {原文: 98.8%, 删除: 重复, 改名: 甲}\n", "seeds/a.yml:1", "又删又改"),
        ("指标修正:\n  - {原文: 98.8%, 改各: 甲}\n", "seeds/a.yml:1", "是不是“改名”"),
        ("指标修正:\n  - {改名: 甲}\n", "seeds/a.yml:1", "缺少"),
        ("指标修正:\n  - {原文: [12], 改名: 甲}\n", "seeds/a.yml:1", "应当是文字"),
        ("标题: 甲\n标题: 乙\n", "seeds/a.yml:2:1", "写了两次"),
        ("短名: 云阳\n", "seeds/a.yml:1", "格式不对"),
        ("年度: 二〇二二\n", "seeds/a.yml:1", "应当是整数"),
        ("年度: true\n", "seeds/a.yml:1", "应当是整数"),
        ("年度: 22\n", "seeds/a.yml:1", "1949 到 2100"),
        ("年度: 2101\n", "seeds/a.yml:1", "1949 到 2100"),
        ("发布日期: 2023-02-31 25:61\n", "seeds/a.yml:1", "“发布日期”没有这一天或这个时刻"),
        ("发布日期: 2023-02-28 24:00\n", "seeds/a.yml:1", "没有这一天或这个时刻"),
        ("成文日期: 9999-99-99\n", "seeds/a.yml:1", "没有这一天"),
        ("成文日期: 0000-00-00\n", "seeds/a.yml:1", "没有这一天"),
        ("指标修正:\n  - {原文: 12, 时期: 2022-13}\n", "seeds/a.yml:1", "“指标修正 › 1 › 时期”没有这一天"),
        ("指标修正:\n  - {原文: 12, 时期: 2022-01-01/2022-02-29}\n", "seeds/a.yml:1", "没有这一天"),
        ("指标修正:\n  - {原文: 12, 时期: 去年}\n", "seeds/a.yml:1", "格式不对"),
    ],
)
def test_a_flaw_is_a_finding_with_its_place(tmp_path, text, place, says):
    found, _, findings = read(tmp_path, text)
    assert [str(finding.place) for finding in findings] == [place]
    assert says in findings[0].what
    assert findings[0].code == "GK203"
    assert not found.indicators


@pytest.mark.parametrize(
    "said",
    ["发布日期: 2024-02-29 00:00", "发布日期: ''", "成文日期: 2023-12-31", "年度: 1949", "年度: 2100"]
    + [f"指标修正: [{{原文: 1, 时期: {period}}}]" for period in ("2022-12", "2021/2022", "/2022-12-31")],
)
def test_days_and_years_that_exist_are_accepted(tmp_path, said):
    assert read(tmp_path, said)[2] == []
