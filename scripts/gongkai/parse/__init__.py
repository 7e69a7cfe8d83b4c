"""Text -> Report: title, head, headings, points, sentences, with spans."""

from gongkai.parse.flaws import RULES as RULES
from gongkai.parse.flaws import findings as findings
from gongkai.parse.reading import report as report
