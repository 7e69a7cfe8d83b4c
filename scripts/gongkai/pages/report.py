"""All files of one report: text, indicators, ledger, account of numbers, CSV and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.pages import indicators, ledger, meta, numbers
from gongkai.pages.data import rows
from gongkai.pages.parts import items
from gongkai.pages.text import Text
from gongkai.rows import to_csv, to_json

if TYPE_CHECKING:
    from gongkai.model import Reading
    from gongkai.pages.facts import Facts
    from gongkai.pages.numbers import Ledger


def files(reading: Reading, facts: Facts, account: Ledger, data_folder: str = "data") -> dict[str, bytes]:
    """The files that a report becomes, by path below docs/.

    `account` holds every numeral of the source; `data_folder` holds the data of all reports.
    """
    found = rows(reading, facts)
    tasks = items(reading.report)
    table, whole = to_csv(found), to_json([facts.record()], found)
    text = reading.report.source.text
    data = {meta.DATA: {"indicators.csv": meta.digest(table), "indicators.json": meta.digest(whole)}}
    made = {
        "index.md": meta.page(facts.front_matter(), Text(reading, tasks).body(facts)),
        "indicators.md": meta.page(
            facts.beside("指标表", {"指标数": len(found)}) | data, indicators.body(reading, facts, data_folder)
        ),
        "ledger.md": meta.page(facts.beside("台账", ledger.counts(tasks)), ledger.body(text, tasks, facts)),
        "numbers.md": meta.page(
            facts.beside("数字账", {"数字数": len(account.accounts)}), numbers.body(text, account, facts)
        ),
        "indicators.csv": table,
        "indicators.json": whole,
    }
    return {f"{facts.placed.folder}/{name}": content for name, content in made.items()}
