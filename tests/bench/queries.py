"""Queries drawn from the pages themselves by a fixed rule, the same for every engine.

Pages at even distances give, one after the other: four characters of the title, the whole title, the document's number,
a figure with its unit, two words of a sentence, a frequent pair of characters, and a question made of a clause.
"""

import itertools
import re
from collections import Counter

HAN = re.compile("[\u4e00-\u9fff]{4,}")
# # 云江县财政局关于居委迁入工作的意见, 标题: "企业职工带薪年休假实施办法"
TITLE = re.compile('^(?:# |(?:标题|title): *"?)(?P<title>[^"\n]+)', re.MULTILINE)
# 云江府民〔2022〕7号
NUMBER = re.compile("[\u4e00-\u9fff]{2,6}[〔\\[][0-9]{4}[〕\\]][0-9]+号")
# 62.9%, 19956项
FIGURE = re.compile("[0-9]{2,}(?:\\.[0-9]+)?[%\u4e00-\u9fff]")
FREQUENT = 60
"""The pairs that stand in most pages; a query is one of them."""


def drawn(docs, each):
    """{kind: queries}, so many of each kind as far as the pages have them."""
    paths = [path for path in sorted(docs.rglob("*.md")) if path.name != "index.md"]
    texts = [path.read_text(encoding="utf-8") for path in paths[:: max(1, len(paths) // (each * 4))]]
    found = {kind: [] for kind in (*RULES, "frequent")}
    for kind, rule in RULES.items():
        for place, text in enumerate(texts):
            query = rule(text, place)
            if query and query not in found[kind] and len(found[kind]) < each:
                found[kind].append(query)
    found["frequent"] = _frequent(texts)[:: max(1, FREQUENT // each)][:each]
    return found


def _frequent(texts):
    """The pairs that most pages hold."""
    held = Counter()
    for text in texts:
        runs = HAN.findall(text.partition("\n---\n")[2])
        held.update({"".join(pair) for run in runs for pair in itertools.pairwise(run)})
    return [pair for pair, _ in sorted(held.items(), key=lambda one: (-one[1], one[0]))[:FREQUENT]]


def _title(text, _place):
    return TITLE.search(text)["title"].strip()


def _title_word(text, place):
    run = max(HAN.findall(_title(text, place)), key=len, default="")
    start = place * 7 % max(1, len(run) - 3)
    return run[start : start + 4]


def _number(text, _place):
    found = NUMBER.search(text)
    return found and found[0]


def _figure(text, place):
    found = FIGURE.findall(text.partition("\n---\n")[2])
    return found[place % len(found)] if found else None


def _two_words(text, place):
    runs = [run for run in HAN.findall(text.partition("\n---\n")[2]) if len(run) >= 10]
    run = runs[place * 5 % len(runs)] if runs else ""
    return run and f"{run[:3]} {run[6:9]}"


def _question(text, place):
    runs = [run for run in HAN.findall(text.partition("\n---\n")[2]) if len(run) >= 14]
    run = runs[place * 3 % len(runs)] if runs else ""
    return run and f"请问{run[:18]}应当怎么办理"


RULES = {
    "title word": _title_word,
    "title": _title,
    "number": _number,
    "figure": _figure,
    "two words": _two_words,
    "question": _question,
}
