"""Ask the pure core of answers about one report, in real Chromium, without a site.

python tests/quality/core.py REPORT.txt QUESTIONS.jsonl RESULTS.jsonl [VOCABULARY.yml …]
"""

import json
import shutil
import sys
from pathlib import Path

import yaml

from gongkai import extract, parse, sources
from gongkai.search import asking
from gongkai.search.fold import fold
from gongkai.search.readings import syllables
from gongkai.web import assets

ANSWER = Path(assets.__file__).with_name("scripts") / "answer"
CHOOSE = """question => {
  const made = gongkai.answerFrom(question, pages, words);
  return made.found || !["content", "head"].includes(made.why) ? made : gongkai.answerFrom(question, pages, words, sounds);
}"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]


def page(path):
    """A report as the core gets it: sentences with section and paragraph, and the indicators."""
    source, _ = sources.read(Path(path), str(path))
    report = parse.report(source)
    sentences, at = [], {}
    for number, (headings, paragraph) in enumerate(report.paragraphs()):
        if paragraph.kind.value == "front":
            continue
        section = " ".join(heading.text for heading in headings)
        for sentence in paragraph.sentences:
            at[sentence.span] = len(sentences)
            text = sentence.span.of(source.text).strip()
            sentences.append({"text": text, "anchor": f"p{number}", "section": section})
    facts = [
        {
            "sentence": at.get(one.sentence, -1),
            "name": one.name,
            "raw": one.figure.raw,
            "value": str(one.figure.value),
            "unit": one.figure.unit,
            "period": one.period.raw if one.period else "",
        }
        for one in extract.reading(report).indicators
    ]
    return {
        "title": report.title,
        "agency": report.issuer or "",
        "year": str(report.year or ""),
        "date": "",
        "place": "",
        "url": "",
        "sentences": sentences,
        "facts": facts,
    }


def vocabulary(paths, text):
    """Reader's word -> official words, as far as the documents have one of them."""
    found = {}
    for path in paths:
        for entry in yaml.safe_load(Path(path).read_text(encoding="utf-8")):
            if any(fold(word) in text for word in entry["official"]):
                for word in entry["say"]:
                    found.setdefault(fold(word), []).extend(map(fold, entry["official"]))
                if entry["kind"] == "同义":
                    for word in entry["official"]:
                        found.setdefault(fold(word), []).extend(map(fold, entry["say"]))
    return found


class Core:
    def __init__(self, browser):
        self.page = browser.new_page()
        self.page.goto("about:blank")
        self.page.evaluate("sounds => { window.gongkai = {}; window.sounds = sounds; }", syllables())
        self.page.add_script_tag(content=asking.script())
        for name in assets.ANSWERS[:-1]:
            self.page.add_script_tag(content=(ANSWER / f"{name}.js").read_text(encoding="utf-8"))

    def give(self, pages, words):
        self.page.evaluate("([pages, words]) => { window.pages = pages; window.words = words; }", [pages, words])

    def ask(self, question):
        return self.page.evaluate(CHOOSE, question)


def chromium(play):
    return play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)


def results(core, questions):
    for one in questions:
        made = core.ask(one["q"])
        yield {
            "id": one["id"],
            "found": made["found"],
            "answer": made["words"],
            "cite": made.get("sentence", ""),
            "passages": made["passages"],
            "why": made.get("why", ""),
            "debug": made.get("debug"),
        }


def main(report, questions, out, *words):
    from playwright.sync_api import sync_playwright

    read = page(report)
    asked = [json.loads(line) for line in Path(questions).read_text(encoding="utf-8").splitlines() if line.strip()]
    with sync_playwright() as play:
        browser = chromium(play)
        core = Core(browser)
        core.give([read], vocabulary(words, fold("".join(one["text"] for one in read["sentences"]))))
        lines = [json.dumps(one, ensure_ascii=False) for one in results(core, asked)]
        browser.close()
    Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
