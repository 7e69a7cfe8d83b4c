"""Labelled reports, read: how many spans, values, units, judgements and names are right, against what we promise."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from gongkai import extract, parse, sources
from gongkai.model import Qualifier

HERE = Path(__file__).parent / "reports"
OTHERS = Path(__file__).parents[2] / "shared" / "dev" / "reports"
PROMISED = {"title": 0.95, "headings": 0.93, "span": 0.975, "value": 0.99, "unit": 0.98, "qualifier": 0.97, "judged": 0.975, "name": 0.95, "far": 0.70, "row": 0.92}  # fmt: skip
SAME = {Qualifier.AT_LEAST: Qualifier.OVER, Qualifier.AT_MOST: Qualifier.UNDER}


@dataclass
class Tally:
    right: dict = field(default_factory=dict)
    asked: dict = field(default_factory=dict)

    def count(self, what, good):
        self.right[what] = self.right.get(what, 0) + bool(good)
        self.asked[what] = self.asked.get(what, 0) + 1

    def share(self, what):
        return self.right[what] / self.asked[what]


def folders():
    return [folder for folder in (HERE, OTHERS) if folder.is_dir()]


def tight(text):
    return "".join(text.split())


def same_value(label, found):
    value = found["value"]
    return value == label["value"] or (label["unit"] == "成" and value == f"{label['value']}0")


def same_unit(label, found):
    plain = [(unit or "").replace("％", "%").removeprefix("个") for unit in (label["unit"], found["unit"])]
    return plain[0] == plain[1] or label["kind"] in {"rank", "multiple"} or "/" in label["value"]


def same_qualifier(label, found):
    wanted, got = (one and SAME.get(Qualifier(one), Qualifier(one)) for one in (label["qualifier"], found["qualifier"]))
    return wanted == got


def compare(gold, got, tally):
    tally.count("title", tight(gold["title"]) == tight(got["title"] or ""))
    shown = {tight(one["text"]).rstrip("。：:；;") for one in got["headings"]}
    for heading in gold["headings"]:
        tally.count("headings", tight(heading["text"]).rstrip("。：:；;") in shown)
    by_span = {(one["start"], one["end"]): one for one in got["figures"]}
    for label in gold["figures"]:
        spans = [(label["start"], label["end"]), *map(tuple, label.get("alt_spans", []))]
        found = next((by_span[span] for span in spans if span in by_span), None)
        if not label["indicator"] or label.get("ambiguous"):
            over = [one for span, one in by_span.items() if span[0] < label["end"] and span[1] > label["start"]]
            if not label.get("ambiguous"):
                tally.count("judged", not any(one["indicator"] for one in over))
            continue
        tally.count("span", found)
        tally.count("judged", found and found["indicator"])
        if found is None:
            continue
        called = found.get("name") or ""
        name = any(all(word in called for word in words) for words in label["name_any"])
        name = name and len(called) <= 30
        value, unit = same_value(label, found), same_unit(label, found)
        tally.count("value", value)
        tally.count("unit", unit)
        if label["qualifier"]:
            tally.count("qualifier", same_qualifier(label, found))
        tally.count("name", name)
        if label.get("name_far"):
            tally.count("far", name)
        tally.count("row", name and value and unit)


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.parent.name)
def test_labelled_reports_are_read_as_well_as_promised(folder):
    tally = Tally()
    for path in sorted(folder.glob("[dh][0-9][0-9]_*.json")):
        source, _ = sources.read(path.with_suffix(".txt"), path.name)
        got = extract.exchange(extract.reading(parse.report(source)))
        compare(json.loads(path.read_text(encoding="utf-8")), got, tally)
    shares = {what: round(tally.share(what), 4) for what in PROMISED if what in tally.asked}
    assert {what: share for what, share in shares.items() if share < PROMISED[what]} == {}, shares
