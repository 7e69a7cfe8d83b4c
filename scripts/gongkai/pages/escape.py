r"""Make text from a report show literally in Markdown: `5*3 & <b>` -> `5\*3 & &lt;b>`.

It must hold for Python-Markdown with any of its usual extensions and for CommonMark and GFM alike. A backslash is used
only before characters that all of them let escape; everything else becomes a character reference, which none of them
takes for markup. What cannot be markup where it stands is left alone, so that the page stays readable as it is.
"""

from __future__ import annotations

import re

# *强调* _强调_ [链接]( `代码` ~~删~~ ^上标^ $公式$ <标签> {: .类} ==标== ++键++ &nbsp; :smile: :100:
_MARKUP = re.compile(
    r"(?P<slash>[*_\[])"
    r"|(?P<reference>[\\`~^$<{]|={2,}|\+{2,}|&(?=[#0-9A-Za-z])"
    r"|:(?=(?:100|1234|[0-9_]{0,9}[A-Za-z+-][A-Za-z0-9_+-]{0,60}):))",
    re.ASCII,
)
# https://www.yunyang.gov.cn/a_b · www.gov.cn: GFM links it to the next blank and shows it as typed
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)[^ ]*", re.IGNORECASE)
_WWW = re.compile(r"(?P<www>www)\.", re.IGNORECASE)
# # 标题 · > 引用 · - 列表 · + 列表 · : 定义 · !!! 提示 · ??? 折叠 · /// 块
_OPENING = re.compile(r"(?P<slash>[#>+-]|!(?=!!))|(?P<reference>:|\?(?=\?\?)|/(?=//))")
# 1. 列表 · 2) 列表
_NUMBERED = re.compile(r"(?P<number>\d+)[.)](?=\s|$)", re.ASCII)
# 甲单位\n乙单位: a line break within a paragraph, with the blanks around it
_BLANKS = re.compile(r"(?<!\s)\s+")
_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# NUL, STX, DEL ...: no text, and no engine keeps them
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


def one_line(text: str) -> str:
    """Text in one line: a line break becomes a blank between Latin words and nothing elsewhere; control marks go."""
    if text.isprintable():
        return text
    text = _CONTROL.sub("", text)
    return _BLANKS.sub(lambda found: _joint(text, found), text)


def literal(text: str, *, cell: bool = False, closed: bool = False) -> str:
    """Markdown that shows `text`, which stands in a line but not at its start.

    `cell`: in a pipe table. `closed`: within a link or bold text, where a bare address or `]` would swallow the end.
    """
    line = one_line(text)
    pieces, cursor = [], 0
    for found in _ADDRESS.finditer(line):
        pieces += [_marked(line[cursor : found.start()]), _address(found[0], closed=closed)]
        cursor = found.end()
    shown = "".join([*pieces, _marked(line[cursor:])])
    if closed:
        shown = shown.replace("]", r"\]")
    return shown.replace("|", "&#124;") if cell else shown


def opening(markdown: str) -> str:
    r"""The same Markdown with its first characters kept from opening a block: `- 5` -> `\- 5`, `1. ` -> `1\. `."""
    markdown = markdown.strip()
    numbered = _NUMBERED.match(markdown)
    if numbered:
        return f"{numbered['number']}\\{markdown[numbered.end('number') :]}"
    found = _OPENING.match(markdown)
    return _kept(found) + markdown[found.end() :] if found else markdown


def heading(markdown: str) -> str:
    """The same Markdown as a heading's text: # at either end would be dropped as a mark."""
    text = markdown.strip()
    core = text.lstrip("#")
    bare = core.rstrip("#")
    return r"\#" * (len(text) - len(core)) + bare + r"\#" * (len(core) - len(bare))


def _marked(text: str) -> str:
    return _MARKUP.sub(_kept, text)


def _kept(found: re.Match[str]) -> str:
    if found["slash"]:
        return f"\\{found['slash']}"
    named = {"<": "&lt;", "&": "&amp;"}
    return "".join(named.get(mark, f"&#{ord(mark)};") for mark in found["reference"])


def _address(address: str, *, closed: bool) -> str:
    """A bare address as typed; kept from becoming a link where that would show our escapes or swallow our markup."""
    shown = _marked(address)
    if shown == address and not closed:
        return shown
    return _WWW.sub(r"\g<www>\\.", shown.replace("://", "&#58;//"))


def _joint(text: str, found: re.Match[str]) -> str:
    if not _BREAK.search(found[0]):
        return found[0].replace("\t", " ")
    around = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
    return " " if len(around) == 2 and around.isascii() and around.isalnum() else ""
