"""Finish a name for the table: composed of thing and what is said of it, not too long, marks balanced.

行政复议申请 and 审结 -> 行政复议申请(审结).
"""

from __future__ import annotations

import re

from gongkai.extract import phrases, vocabulary

LONGEST = 30
"""Characters that a name may have: it is a label in a table, not a sentence."""

# 第一产业实现增加值
_BROUGHT = re.compile(r"(?<=..)(?:累计)?实现(?=(?:[一-龥]{0,4}(?:值|产量|利润|收入|税收|投资))$)")
# 县政府常务会议共审议通过重大行政决策事项
_TOGETHER = re.compile(r"(?<=..)(?:共计|累计|共)(?!享|同|建|青|产|管|治|富|用|和|识|有)")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"), ("‘", "’"), ("【", "】"))
_MARKS = frozenset(mark for pair in _PAIRS for mark in pair)


def composed(subject: str, item: str) -> str:
    """Subject and what is said of it: 行政复议申请(审结)."""
    subject = clipped(phrases.noun(subject), LONGEST - 2 - min(len(item), 14))
    item = item[:14]
    if not subject or subject.endswith(item):
        return subject or item
    return f"{subject}({item})" if item else subject


def finished(text: str) -> str:
    """A name ready for the table: scopes inside gone, marks balanced, 废止 behind its object, not too long."""
    text = _BROUGHT.sub("", phrases.unscoped(text.strip(phrases.EDGE)))
    text = _TOGETHER.sub(
        lambda match: "" if vocabulary.head(text[match.end() :], vocabulary.members("verbs")) else match.group(), text
    )
    text = clipped(_balanced(_disposed(_short(text))), LONGEST)
    return _balanced(text).strip(phrases.EDGE)


def _short(text: str) -> str:
    """A long name without the clause before its last 的: 受理符合要求的政府信息依申请公开 -> 政府信息依申请公开."""
    rest = text.rpartition("的")[2]
    return rest if len(text) > 22 and len(rest) >= 8 and "(" not in text else text


def clipped(text: str, limit: int) -> str:
    """The most telling end of a phrase that is too long: behind 等, behind a verb, or its last characters."""
    if len(text) <= limit:
        return text
    for mark in ("等", "，", "、"):
        rest = text.rpartition(mark)[2]
        if mark in text and 4 <= len(rest) <= limit:
            return rest
    at = next(
        (
            at
            for at in range(len(text) - limit, len(text) - 4)
            if vocabulary.head(text[at:], vocabulary.members("verbs"))
        ),
        -1,
    )
    return text[at if at > 0 else len(text) - limit :]


def concrete(text: str) -> str:
    """The noun without an abstract tail: 政务公开专区建设管理水平 -> 政务公开专区."""
    tails = sorted(vocabulary.members("abstract_tails"), key=len, reverse=True)
    tail = next((tail for tail in tails if text.endswith(tail) and len(text) - len(tail) >= 3), "")
    return text.removesuffix(tail)


def common_end(one: str, two: str) -> str:
    """The characters that two phrases end in alike, at least two: 车购税项目, 大中修项目 -> 项目."""
    size = 0
    while size < min(len(one), len(two)) and one[-size - 1] == two[-size - 1]:
        size += 1
    return one[len(one) - size :] if size >= 2 else ""


def _disposed(text: str) -> str:
    unless = next((entry for word, entry in vocabulary.unless("dispositions").items() if text.startswith(word)), "")
    size = vocabulary.head(text, vocabulary.members("dispositions"))
    if size and len(text) - size >= 3 and text[size] not in unless and "(" not in text and "、" not in text[: size + 1]:
        return f"{text[size:]}({text[:size]})"
    return text


def _balanced(text: str) -> str:
    if _MARKS.isdisjoint(text):
        return text
    for left, right in _PAIRS:
        if text.count(left) != text.count(right):
            if text.endswith(right) and left not in text:
                text = text.strip(right)
            elif text.startswith(left) and right not in text:
                text = text.strip(left)
            text = text if text.count(left) == text.count(right) else text.replace(left, "").replace(right, "")
    return text
