"""Site search: records of pages -> static shards, and the searcher that reads them (the browser has the same one)."""

from gongkai.search.engine import Hit, Options, Results, search
from gongkai.search.index import build
from gongkai.search.record import Block, Fact, Record

__all__ = ["Block", "Fact", "Hit", "Options", "Record", "Results", "build", "search"]
