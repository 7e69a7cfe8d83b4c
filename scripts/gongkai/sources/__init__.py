"""A file as received -> its text with places."""

from gongkai.sources.flaws import RULES as RULES
from gongkai.sources.text_file import read as read
