"""Which pages are worth a trial (trial.py), in microseconds: those with HTML, an odd address, or much nesting.

Too many is no fault, one too few is: `a < b` and `<a id="f-3a9c1e02"></a>` are plain, `[点](java&#10;script:x)` is not.
"""

from __future__ import annotations

import re

# all of an address that is plain: ../nb/2022.md#一 · https://www.gov.cn/a?b=1 · tel:12345
_PLAIN = r"(?:(?:https?://|mailto:|tel:)[^\s<>()]*|(?![\\/]{2})[^():&\\\t\n]*)"
_SUSPECT = re.compile(
    # <div> · <!DOCTYPE html> · not <a id="f-3a9c1e02"></a> <!-- 备注 --> <https://www.gov.cn/>
    r"<(?!a id=\"[\w.:-]+\">\s*</a>|/a>|!--|https?://)[a-zA-Z/!?]|(?<!\">)</a>"
    # [点](javascript:alert(1))
    rf"|(?<!\\)\]\((?!{_PLAIN}\))"
    # [1]: javascript:alert(1)
    rf"|\]:\s*+(?!{_PLAIN}(?:\s|$))"
    # ![图](https://…) · ![图][1]
    r"|!\[(?![^\[\]\n]*\]\((?![\\/]{2})[^():&\\\t\n]*\))"
    # {onclick=…}
    r"|\{[^{}\n]*="
    # * * * * … · > > > > … · 48 blanks before a line
    r"|^(?:[ \t>]|[*+-][ \t]){48}"
    # [[[[[… · *_*_*_…
    r"|(?:[*_\[][^*_\[\n]{0,4}){48}",
    re.MULTILINE,
)
_MARKS = re.compile(r"^[ \t>*+-]*|[*_\[]")


def suspicious(body: str) -> bool:
    """Whether a page's body may hold something that a page may not hold."""
    return bool(_SUSPECT.search(body))


def deepest(body: str) -> int:
    """The line with most blanks and marks that nest, from 1."""
    lines = body.split("\n")
    return max(range(len(lines)), key=lambda index: sum(map(len, _MARKS.findall(lines[index])))) + 1
