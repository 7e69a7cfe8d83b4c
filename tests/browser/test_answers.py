"""Answers from labelled reports: right, quoted, tight, or refused; the core alone in real Chromium, then a whole site."""

import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from gongkai.web import assets
from quality import core

HERE = Path(__file__).parents[1]
SETS = yaml.safe_load((HERE / "quality" / "questions.yml").read_text(encoding="utf-8"))
WORDS = sorted((Path(assets.__file__).parents[1] / "lexicon" / "vocabulary").glob("*.yml"))
LONGEST = 120
HOSTILE = [
    "",
    " ",
    "？",
    "多少" * 3000,
    "<img src=x onerror=alert(1)>",
    "(((",
    "[a-",
    "\\",
    "\ud800几次",
    "\u0000",
    "🙂多少个🙂",
    "a" * 10000,
]


def report(name):
    """The text of a report in the repository, or None."""
    name = name.partition("#")[0]
    found = [
        *(HERE / "reports").glob(f"{name}.txt"),
        *((HERE.parent / "seeds").glob("*.txt") if name == "d00_yunyang" else ()),
    ]
    return found[0] if found else None


NAMES = [name for name in SETS if report(name)]


def plain(text):
    return re.sub(r"\s|(?<=\d),(?=\d{3})", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module")
def asked(chromium):
    """Question -> what the core makes of it, for all reports at hand."""
    one, made = core.Core(chromium), {}
    for name in NAMES:
        page = core.page(report(name))
        one.give([page], core.vocabulary(WORDS, core.fold("".join(each["text"] for each in page["sentences"]))))
        made[name] = [(line, one.ask(line[0])) for line in SETS[name]]
    return made


def pairs(asked, *, answerable):
    return [(line, made) for found in asked.values() for line, made in found if (len(line) > 2) is answerable]


def is_right(line, made):
    wanted, evidence = line[2 : line.index(">")], line[line.index(">") + 1]
    if not made["found"] or not all(plain(word) in plain(made["words"]) for word in wanted):
        return False
    cite = plain(made["sentence"])
    return plain(evidence) in cite or cite in plain(evidence)


def test_most_questions_get_the_right_sentence(asked):
    found = pairs(asked, answerable=True)
    wrong = [line[0] for line, made in found if not is_right(line, made)]
    assert len(wrong) <= len(found) * 0.10, wrong


def test_questions_without_an_answer_are_refused_and_say_where_to_turn(asked):
    found = pairs(asked, answerable=False)
    false = [(line[0], made["words"]) for line, made in found if made["found"]]
    assert len(false) <= len(found) * 0.10, false
    assert all("12345" in made["words"] for _, made in found if not made["found"])


def test_answers_are_short_and_stand_word_for_word_in_the_report(asked):
    for name, found in asked.items():
        source = plain(report(name).read_text(encoding="utf-8"))
        for line, made in found:
            if made["found"]:
                assert len(made["words"]) <= LONGEST, line[0]
                assert plain(made["words"]) in source, line[0]
                assert plain(made["sentence"]) in source, line[0]


@pytest.mark.parametrize("question", HOSTILE, ids=lambda question: repr(question[:12]))
def test_any_question_is_safe(chromium, question):
    one = core.Core(chromium)
    one.give([core.page(report("d00_yunyang"))], {})
    assert one.ask(question)["found"] in (True, False)


def test_further_questions_have_answers(chromium):
    one = core.Core(chromium)
    one.give([core.page(report("d00_yunyang"))], {})
    made = one.ask("12345热线办结率是多少")
    assert made["followups"]
    assert all(one.ask(question)["found"] for question in made["followups"])


def test_repealed_documents_give_no_answer(chromium):
    one = core.Core(chromium)
    one.give([{**core.page(report("d00_yunyang")), "validity": "废止"}], {})
    assert not one.ask("12345热线办结率是多少")["found"]


def ask(tab, question):
    return tab.evaluate('q => new Promise(done => gongkai.load("answer.js", () => gongkai.answer(q, done)))', question)


def test_a_site_answers_from_its_documents(window, base):
    view = window()
    tab = view.open(base + "search/index.html")
    made = ask(tab, "云江县12345热线办结率是多少")
    assert (made["found"], made["raw"]) == (True, "98.1%")
    assert made["words"] in made["sentence"]
    assert (made["year"], made["agency"]) == ("2022", "云江县人民政府办公室")
    assert made["row_url"].startswith("fzzf/2022/bgs/indicators.html#r-")
    assert made["url"] == "fzzf/2022/bgs/index.html"
    assert made["anchor"]
    assert not view.errors
    assert not view.outside


@pytest.mark.parametrize("question", ["县长电话是多少", "离婚怎么办手续", "万州区热线办结率是多少"])
def test_a_site_refuses_what_it_does_not_say(window, base, question):
    made = ask(window().open(base + "search/index.html"), question)
    assert not made["found"]
    assert "依申请公开" in made["words"]
