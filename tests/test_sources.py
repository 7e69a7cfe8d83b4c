"""A file becomes text with places, or a finding that says where, what, and how to mend it; never a traceback."""

import hashlib
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.model import Source
from gongkai.sources import RULES, read, text_file

TEXT = "云阳县人民政府办公室关于2022年\n\n法治政府建设情况的报告\n一是强化组织领导。办结率达98.8%。\n"
LONGER = TEXT * 3


def read_bytes(folder, data, name="报告.txt"):
    path = folder / name
    path.write_bytes(data)
    return read(path, f"seeds/{name}")


@pytest.mark.parametrize(
    ("encoded", "encoding", "certain"),
    [
        (LONGER.encode(), "utf-8", True),
        (LONGER.encode("utf-8-sig"), "utf-8-sig", True),
        (LONGER.encode("utf-16"), "utf-16", True),
        (b"\xfe\xff" + LONGER.encode("utf-16-be"), "utf-16", True),
        (LONGER.encode("utf-32"), "utf-32", True),
        (LONGER.encode("gb18030"), "gb18030", True),
        (LONGER.encode("gbk"), "gb18030", True),
        (LONGER.encode("gb2312"), "gb18030", True),
    ],
)
def test_encoding_is_found_and_recorded(tmp_path, encoded, encoding, certain):
    source, findings = read_bytes(tmp_path, encoded)
    assert (source.text, source.encoding, source.certain, findings) == (LONGER, encoding, certain, [])
    assert source.name == "报告.txt"
    assert source.sha256 == hashlib.sha256(encoded).hexdigest()


def test_rare_characters_of_gb18030_are_read(tmp_path):
    text = "𬭳喆㑇镕堃" + LONGER
    source, _ = read_bytes(tmp_path, text.encode("gb18030"))
    assert source.text == text


def test_short_text_in_gbk_is_read_with_a_warning(tmp_path):
    source, [finding] = read_bytes(tmp_path, "总体情况".encode("gbk"))
    assert (source.text, source.certain, finding.code) == ("总体情况", False, "GK107")


def test_text_in_big5_is_read_with_a_warning(tmp_path):
    text = "雲陽縣人民政府辦公室關於2022年法治政府建設情況的報告，積極完成各項法治工作部署，取得積極成效。" * 3
    source, [finding] = read_bytes(tmp_path, text.encode("big5"))
    assert (source.text, source.encoding, source.certain, finding.code) == (text, "big5", False, "GK107")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\n"])
def test_every_newline_becomes_one(tmp_path, newline):
    source, findings = read_bytes(tmp_path, TEXT.replace("\n", newline).encode())
    assert (source.text, findings) == (TEXT, [])
    assert source.place(source.text.index("办结率")) == (4, 10)
    assert [source.text[start : start + 2] for start in source.line_starts] == ["云阳", "\n法", "法治", "一是", ""]


def test_blanks_of_every_kind_are_kept(tmp_path):
    text = "\u3000\u3000一、总体\u00a0情况\t12\u2003条 \n"
    assert read_bytes(tmp_path, text.encode())[0].text == text


@pytest.mark.parametrize(
    ("data", "code", "line", "words"),
    [
        (b"", "GK103", 0, "空"),
        (b" \r\n\t\r\n", "GK103", 0, "空"),
        (b"\xef\xbb\xbf", "GK103", 0, "空"),
        (b"\xff\xfe", "GK103", 0, "空"),
        ("\u3000\u200b\n".encode(), "GK103", 0, "空"),
        (b"PK\x03\x04rest of a document", "GK105", 0, "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "GK105", 0, "Word"),
        (b"%PDF-1.7 rest", "GK105", 0, "PDF"),
        (b"{\\rtf1 rest}", "GK105", 0, "RTF"),
        (b"\x89PNG\r\n\x1a\n", "GK105", 0, "图片"),
        ("办结率\0达98.8%".encode(), "GK105", 0, "空字符"),
        (TEXT.encode("utf-16-le"), "GK105", 0, "空字符"),
        (TEXT.encode() + "办".encode()[:2], "GK106", 5, "第 5 行"),
        (TEXT.encode() + TEXT.encode("gbk"), "GK106", 5, "第 5 行"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "GK106", 4, "第 4 行"),
        (b"\xef\xbb\xbf" + TEXT.encode("gbk"), "GK106", 1, "第 1 行"),
        (b"\xff\xfe\x00\xd8A\x00", "GK106", 1, "UTF-16"),
        ("一\n办结率\x07达98.8%".encode(), "GK108", 2, "U+0007"),
        ("一\n办结率\x1a".encode(), "GK108", 2, "U+001A"),
        ("办\ufffe结".encode(), "GK108", 1, "U+FFFE"),
    ],
)
def test_unusable_file_is_a_finding_with_place_and_cure(tmp_path, data, code, line, words):
    source, [finding] = read_bytes(tmp_path, data)
    assert source is None
    assert (finding.code, finding.place.file, finding.place.line) == (code, "seeds/报告.txt", line)
    assert words in finding.what
    assert finding.mend


def test_lone_surrogates_in_utf8_are_refused(tmp_path):
    source, [finding] = read_bytes(tmp_path, TEXT.encode() + "\ud800".encode("utf-8", "surrogatepass"))
    assert (source, finding.code) == (None, "GK106")


def test_damaged_characters_are_pointed_out(tmp_path):
    source, [finding] = read_bytes(tmp_path, (TEXT + "先后两\ufffd获表扬").encode())
    assert source is not None
    assert (finding.code, finding.place.line, finding.place.column) == ("GK109", 5, 4)


@pytest.mark.parametrize(("name", "words"), [("报告.docx", ".docx"), ("报告.pdf", ".pdf"), ("报告", "没有扩展名")])
def test_unknown_type_names_what_is_accepted(tmp_path, name, words):
    source, [finding] = read_bytes(tmp_path, TEXT.encode(), name)
    assert (source, finding.code) == (None, "GK102")
    assert words in finding.what
    assert ".txt" in finding.what


def test_capital_suffix_is_accepted(tmp_path):
    assert read_bytes(tmp_path, TEXT.encode(), "报告.TXT")[0].text == TEXT


def test_missing_file_folder_and_device_are_findings(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name, words in [
        ("none.txt", "没有这个文件"),
        ("folder.txt", "文件夹"),
        ("pipe.txt", "不是文件"),
        ("loop.txt", "打不开"),
    ]:
        source, [finding] = read(tmp_path / name, name)
        assert (source, finding.code) == (None, "GK101")
        assert words in finding.what
        assert str(tmp_path) not in finding.what


def test_unreadable_file_is_a_finding(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    source, [finding] = read(path, "a.txt")
    assert (source, finding.code) == (None, "GK101")
    assert "权限" in finding.what


def test_over_long_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(text_file, "MAX_BYTES", 100)
    source, [finding] = read_bytes(tmp_path, b"a" * 101)
    assert (source, finding.code) == (None, "GK104")
    assert read_bytes(tmp_path, b"a" * 100)[0] is not None


def test_text_of_too_many_characters_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(text_file, "MAX_CHARACTERS", 10)
    assert read_bytes(tmp_path, "公开".encode() * 5)[0] is not None
    source, [finding] = read_bytes(tmp_path, "公开".encode() * 6)
    assert (source, finding.code) == (None, "GK104")


def test_every_rule_is_explained():
    for rule in RULES:
        for head in ("What:", "Why:", "Wrong:", "Right:"):
            assert head in rule.doc, rule.code


@given(st.binary(max_size=400))
def test_random_bytes_never_raise(tmp_path_factory, data):
    source, findings = read_bytes(tmp_path_factory.getbasetemp(), data, "random.txt")
    assert isinstance(source, Source) or findings


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1), st.data())
def test_what_is_written_in_utf8_is_read_unchanged(tmp_path_factory, text, data):
    text = data.draw(st.sampled_from(["公", "a"])) + text.replace("\u2028", " ").replace("\u2029", " ")
    source, _ = read_bytes(tmp_path_factory.getbasetemp(), text.encode(), "written.txt")
    assert source.text == text.removeprefix("\ufeff")


@given(st.integers(min_value=1, max_value=len(LONGER.encode("gb18030"))))
def test_cut_files_are_read_or_refused(tmp_path_factory, length):
    for encoding in ("utf-8", "gb18030", "utf-16"):
        source, findings = read_bytes(tmp_path_factory.getbasetemp(), LONGER.encode(encoding)[:length], "cut.txt")
        assert source is None or not findings or findings[0].code == "GK107"
        assert source is not None or findings
