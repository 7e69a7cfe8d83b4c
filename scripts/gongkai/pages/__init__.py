"""Pages and data of a report: Reading -> Markdown, front matter, CSV, JSON; and what becomes of the files in docs/."""

from gongkai.pages.address import Placed, placed, settled
from gongkai.pages.columns import column_pages
from gongkai.pages.data import Together, rows
from gongkai.pages.facts import Facts, facts, unknown_highlights
from gongkai.pages.parts import Part, part_of
from gongkai.pages.report import files
from gongkai.pages.rules import RULES
from gongkai.pages.upkeep import Action, Step, Upkeep, remove, stage

__all__ = [
    "RULES",
    "Action",
    "Facts",
    "Part",
    "Placed",
    "Step",
    "Together",
    "Upkeep",
    "column_pages",
    "facts",
    "files",
    "part_of",
    "placed",
    "remove",
    "rows",
    "settled",
    "stage",
    "unknown_highlights",
]
