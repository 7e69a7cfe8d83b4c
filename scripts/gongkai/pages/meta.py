"""Front matter as Gongkai writes it: one `键: 值` a line, quoted only where YAML needs it, checksums last.

`{"标题": "关于…的报告", "年度": 2022}` becomes the lines 标题: 关于…的报告, 年度: 2022, 正文校验: sha256:…
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from gongkai.files import Content, sha256

Value = str | int | tuple[str, ...] | Mapping[str, str]

BODY, HEAD, DATA = "正文校验", "元数据校验", "数据校验"
# 云阳县人民政府办公室关于2022年法治政府建设情况的报告
_CHINESE = re.compile(
    r"[\u3400-\u9fff《“（〔][0-9A-Za-z_\u00b7\u2010-\u2027\u3001-\u303f\u3400-\u9fff\uff01-\uff9e ,./()%+-]*(?<! )"
)
# sha256:9f… · 2023-01-20 · 2023-01-20 09:30 · 000_08dcf3201d913eac.txt · ../../../data/codebook.md
_SAFE = re.compile(r"sha256:[0-9a-f]{64}|\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?|[\w./-]*\w\.[a-z]{2,4}", re.ASCII)
# what YAML does not let stand raw, or would fold
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def page(values: Mapping[str, Value], body: str) -> bytes:
    """A Markdown file: front matter with the checksums of itself and of the body, then the body."""
    return plain({**values, HEAD: head_hash(values), BODY: body_hash(body)}, body)


def plain(values: Mapping[str, Value], body: str) -> bytes:
    """A Markdown file with front matter; what is empty is left out."""
    lines = [line for key, value in values.items() if value not in ("", (), None) for line in _entry(key, value)]
    return "\n".join(["---", *lines, "---", body]).encode()


def digest(data: Content) -> str:
    """Checksum of a data file; what Git does to line ends does not count."""
    if isinstance(data, Path):
        found = hashlib.sha256()
        with data.open("rb") as lines:
            for line in lines:
                found.update(line.replace(b"\r\n", b"\n"))
        return f"sha256:{found.hexdigest()}"
    return "sha256:" + sha256(data.replace(b"\r\n", b"\n"))


def body_hash(body: str) -> str:
    """Checksum of a page's body; line ends and blanks at the end of the file do not count."""
    return digest(body.rstrip().encode())


def head_hash(values: Mapping[str, object]) -> str:
    """Checksum of front matter values, the two checksums themselves left out."""
    kept = {key: value for key, value in values.items() if key not in {BODY, HEAD} and value not in ("", (), None)}
    try:
        return digest(json.dumps(kept, ensure_ascii=False, sort_keys=True).encode())
    except TypeError:  # a set, bytes, or keys of several kinds: only a person writes such
        return digest(repr(kept).encode())


def _entry(key: str, value: Value) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {name}: {_scalar(text)}" for name, text in value.items())]
    if isinstance(value, tuple):
        return [f"{key}:", *(f"- {_scalar(text)}" for text in value)]
    return [f"{key}: {_scalar(value)}"]


def _scalar(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    if _CHINESE.fullmatch(value) or _SAFE.fullmatch(value):
        return value
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
