"""Whether the browser finds what Python finds: the same pages in the same order, sentences, marks and suggestion."""

from dataclasses import asdict
from itertools import accumulate

from gongkai.search.engine import ask

ASK = """([query, options]) => new Promise(done => gongkai.load("search.js",
    () => gongkai.search(query, options, done)))"""
COUNT = ASK.replace("gongkai.search(", "gongkai.searchCounts(")


def found(page, query, **options):
    return page.evaluate(ASK, [query, options])


def units(text, marks):
    """Marks as a browser counts them, to which a character outside the basic plane is two."""
    places = [0, *accumulate(1 + (character > "\uffff") for character in text)]
    return [[places[start], places[end]] for start, end in marks]


def as_browser(hit):
    """A hit of Python's in the browser's words."""
    flat = asdict(hit)
    excerpt = flat.pop("excerpt")
    flat["doc"], flat["number"], flat["index"] = flat.pop("document"), flat.pop("number_text"), flat.pop("index_number")
    marks = units(excerpt["sentence"], excerpt["marks"])
    return {**flat, **excerpt, "marks": marks, "facts": list(excerpt["facts"])}


def agree(index, page, query, python, browser):
    """Both find the same; what they found."""
    here, there = ask(index, query, python), found(page, query, **browser)
    assert not there["failed"], query
    assert [(hit["url"], hit["score"]) for hit in there["hits"]] == [(hit.url, hit.score) for hit in here.hits], query
    for mine, theirs in zip(here.hits, there["hits"], strict=True):
        facts = [{key: fact[key] for key in fact if key != "order"} for fact in theirs["facts"]]
        wanted = as_browser(mine)
        assert {key: theirs[key] for key in wanted} | {"facts": facts} == wanted, query
    assert (there["total"], there["more"]) == (here.total, here.more), query
    assert there["suggestion"] == here.suggestion, query
    assert [(one["say"], tuple(one["official"])) for one in there["said"]] == list(here.said)
    return here
