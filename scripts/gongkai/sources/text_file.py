"""Read one .txt file whole: bytes -> Source with newlines normalised, or the finding that says why not.

CR LF, CR, form feeds and the Unicode line ends become LF; every other character stays, full-width and
non-breaking blanks too, so that line and column lead back to the file.
"""

from __future__ import annotations

import hashlib
import re
import stat
from typing import TYPE_CHECKING

from gongkai.findings import Finding, Place
from gongkai.model import Source
from gongkai.sources.decoding import Undecodable, decoded
from gongkai.sources.flaws import (
    BINARY,
    CONTROL,
    DAMAGED,
    EMPTY,
    GUESSED,
    TOO_LONG,
    UNDECODABLE,
    UNKNOWN_TYPE,
    UNREADABLE,
)

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 5_000_000
MAX_CHARACTERS = 2_000_000
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 but tab and newline, delete, C1, and code points that are never characters.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_PLAIN_TEXT = "用 Word 或 WPS 打开，另存为“纯文本（*.txt）”，编码选 UTF-8"
_SAVE_AS_UTF8 = "用记事本打开原件，看着没有乱码后，另存为 UTF-8 编码"
_KINDS = (
    (b"PK\x03\x04", "这是 Word、WPS 或压缩包文件，不是纯文本"),
    (b"\xd0\xcf\x11\xe0", "这是旧版 Word（.doc）文件，不是纯文本"),
    (b"%PDF", "这是 PDF 文件，不是纯文本"),
    (b"{\\rtf", "这是 RTF 文件，不是纯文本"),
    (b"\x89PNG", "这是图片，不是纯文本"),
    (b"\xff\xd8\xff", "这是图片，不是纯文本"),
    (b"GIF8", "这是图片，不是纯文本"),
    (b"Rar!", "这是压缩包，不是纯文本"),
    (b"\x1f\x8b", "这是压缩包，不是纯文本"),
    (b"7z\xbc\xaf", "这是压缩包，不是纯文本"),
)


def read(path: Path, file: str) -> tuple[Source | None, list[Finding]]:
    """The source, or None, and what is wrong with the file; `file` is the path to print."""
    place = Place(file)
    if path.suffix.lower() != ".txt":
        what = f"不认识“{path.suffix}”文件" if path.suffix else "文件没有扩展名"
        return None, [UNKNOWN_TYPE.at(place, f"{what}，只认识 .txt", _PLAIN_TEXT)]
    data = _bytes(path, place)
    if isinstance(data, Finding):
        return None, [data]
    return _source(path.name, data, place)


def _bytes(path: Path, place: Place) -> bytes | Finding:
    """The file's bytes; never more than the limit is read, nor anything but a regular file."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "文件夹" if stat.S_ISDIR(mode) else "设备"
            return UNREADABLE.at(place, f"这是{kind}，不是文件", "指明一个 .txt 文件")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        return UNREADABLE.at(place, *_unreadable(error))
    if len(data) > MAX_BYTES:
        return TOO_LONG.at(place, "文件超过 5 MB", "一份报告存一个文件，去掉无关的内容")
    return data


def _unreadable(error: OSError | ValueError) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError):
        return "没有这个文件", "检查文件名和所在的文件夹"
    if isinstance(error, PermissionError):
        return "没有权限读取这个文件", "在文件属性里加上读取权限，或复制一份再试"
    return f"文件打不开（{getattr(error, 'strerror', None) or error}）", "检查文件名和磁盘，或复制一份再试"


def _source(name: str, data: bytes, place: Place) -> tuple[Source | None, list[Finding]]:
    if flaw := _binary(data, place):
        return None, [flaw]
    found = decoded(data) if data else None
    if isinstance(found, Undecodable):
        return None, [_undecodable(found, place)]
    text = _NEWLINES.sub("\n", found.text) if found else ""
    if not found or not text.replace("\ufeff", "").replace("\u200b", "").strip():
        return None, [EMPTY.at(place, "文件是空的", "打开原件看看，重新另存一次")]
    if len(text) > MAX_CHARACTERS:
        return None, [TOO_LONG.at(place, "文件超过二百万字", "一份报告存一个文件，去掉无关的内容")]
    starts = (0, *(match.end() for match in re.finditer("\n", text)))
    source = Source(name, text, hashlib.sha256(data).hexdigest(), found.encoding, found.certain, starts)
    findings = list(_complaints(source, place.file))
    return (None if any(f.code == CONTROL.code for f in findings) else source), findings


def _binary(data: bytes, place: Place) -> Finding | None:
    for mark, what in _KINDS:
        if data.startswith(mark):
            return BINARY.at(place, what, _PLAIN_TEXT)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    if b"\0" in data and not wide:
        return BINARY.at(place, "文件里有空字符，不是纯文本", _PLAIN_TEXT)
    return None


def _undecodable(failure: Undecodable, place: Place) -> Finding:
    what = f"从第 {failure.line} 行起读不出来（按 {failure.encoding.upper()} 读），文件可能被截断或拼接过"
    if failure.encoding == "gb18030" and not failure.offset:
        what = "认不出编码，既不是 UTF-8 也不是 GB18030"
    return UNDECODABLE.at(Place(place.file, failure.line), what, _SAVE_AS_UTF8)


def _complaints(source: Source, file: str) -> list[Finding]:
    found = []
    if not source.certain:
        what = f"没有编码标记，按 {source.encoding.upper()} 读的，不能肯定"
        found.append(GUESSED.at(Place(file), what, f"看看读出来的文字；{_SAVE_AS_UTF8}"))
    if match := _CONTROL.search(source.text):
        code = f"U+{ord(match[0]):04X}"
        place = Place(file, *source.place(match.start()))
        found.append(CONTROL.at(place, f"这里有看不见的控制字符（{code}）", "把光标移到这一列，删去它再保存"))
    if (at := source.text.find("\ufffd")) >= 0:
        place = Place(file, *source.place(at))
        found.append(DAMAGED.at(place, "这里有字已经损坏，显示为“�”", "对照原件补上这个字"))
    return found
