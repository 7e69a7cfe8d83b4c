"""numbers.md: every numeral of the source accounted for; those that are no indicators with the reason.

`| 1+42+478 | …建立“**1+42+478**”三级服务体系，… | 名称里的数字 |`
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from gongkai.model import Span
from gongkai.pages import escape
from gongkai.pages.inline import around
from gongkai.pages.tables import pipe_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.pages.facts import Facts

_NEAR = 60
_HEAD = ("数字", "前后的字", "为什么不是指标")
# kinds of numerals in the order of the page; those not named here come first
_ORDER = ("日期", "编号", "名称", "引用或列举", "序数", "词语", "序号")


class Account(Protocol):
    """A numeral of the source, accounted for. `extract` makes them."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def raw(self) -> str:
        """As written."""

    @property
    def judged(self) -> str:
        """What it was taken for: 日期, 词语."""

    @property
    def reason(self) -> str:
        """Why."""

    @property
    def indicator(self) -> bool:
        """Whether it became a row."""


class Ledger(Protocol):
    """数字账: every numeral of a source."""

    @property
    def accounts(self) -> Sequence[Account]:
        """In the order of the text."""

    @property
    def numerals(self) -> int:
        """How many numeral characters the text holds."""

    @property
    def covered(self) -> int:
        """How many of them an account holds."""


def body(text: str, ledger: Ledger, facts: Facts) -> str:
    """The body of the page that accounts for every numeral; `text` is the report's."""
    others = [account for account in ledger.accounts if not account.indicator]
    blocks = [
        f"# {escape.heading(escape.literal(facts.title))}：数字账",
        _summary(ledger, len(others)),
        "[看报告原文](index.md) · [指标](indicators.md) · [台账](ledger.md)",
    ]
    others.sort(key=lambda account: (_rank(account), account.span))
    for name, group in groupby(others, lambda account: account.judged):
        rows = [_row(text, account) for account in group]
        blocks += [f"## {name}（{len(rows)} 处）", pipe_table(_HEAD, rows)]
    return "\n\n".join(blocks) + "\n"


def _summary(ledger: Ledger, others: int) -> str:
    total = len(ledger.accounts)
    if not ledger.numerals:
        return "报告原文里没有数字。"
    says = f"报告原文共有 {total} 处数字：{total - others} 处是指标，{others} 处不是，下面逐个说明原因。"
    lost = ledger.numerals - ledger.covered
    share = "100%" if not lost else f"{min(100 * ledger.covered / ledger.numerals, 99.9):.1f}%"
    return f"{says}已说明的占 {share}" + (f"，还有 {lost} 个数字没有说明。" if lost else "。")


def _rank(account: Account) -> tuple[int, str]:
    return (_ORDER.index(account.judged) if account.judged in _ORDER else -1, account.judged)


def _row(text: str, account: Account) -> list[str]:
    return [
        escape.literal(account.raw, cell=True).strip(),
        around(text, account.span, _line(text, account.span)),
        escape.literal(account.reason, cell=True),
    ]


def _line(text: str, span: Span) -> Span:
    """The source line that a numeral stands in, as far as its neighbourhood goes."""
    first, last = max(0, span.start - _NEAR), min(len(text), span.end + _NEAR)
    start, end = text.rfind("\n", first, span.start), text.find("\n", span.end, last)
    return Span(first if start < 0 else start + 1, last if end < 0 else end)
