"""Pages and data of a report: Reading -> Markdown, front matter, CSV, JSON."""

from gongkai.pages.address import Placed, placed, settled
from gongkai.pages.data import data_files, rows
from gongkai.pages.facts import Facts, facts
from gongkai.pages.parts import Part, part_of
from gongkai.pages.report import files
from gongkai.pages.rules import RULES

__all__ = ["RULES", "Facts", "Part", "Placed", "data_files", "facts", "files", "part_of", "placed", "rows", "settled"]
