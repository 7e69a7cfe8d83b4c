"""What a code means: the heads What, Why, Wrong, Right of a rule's text as a page that staff read."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongkai.findings import Rule

HEADS = {"What": "问题", "Why": "为什么", "Wrong": "错的写法", "Right": "对的写法"}
_HEAD = re.compile(r"^(?P<head>What|Why|Wrong|Right):[ \t]*", re.MULTILINE)


def parts(rule: Rule) -> dict[str, str]:
    """The text under each head of a rule, empty heads left out."""
    pieces = _HEAD.split(cleandoc(rule.doc))
    return {head: text.strip() for head, text in zip(pieces[1::2], pieces[2::2], strict=True) if text.strip()}


def page(rule: Rule) -> str:
    """The rule as text for the terminal."""
    lines = [f"{rule.code}（{rule.severity.label}）{rule.name}", ""]
    for head, text in parts(rule).items():
        lines += [f"{HEADS[head]}：", *(f"    {line}" for line in text.splitlines()), ""]
    return "\n".join(lines).rstrip()
