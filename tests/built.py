"""Whole sites built once for many tests: `built(folder)` gives the folder of the site and what MkDocs warned of."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
KEPT = re.compile(r'<span class="num">([^<>]*)</span>')
SAMPLE = Path(__file__).parent / "sites" / "yunjiang"


@dataclass(frozen=True)
class Site:
    folder: Path
    warnings: list

    def pages(self):
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def read(self, page):
        return (self.folder / page).read_text(encoding="utf-8")

    def plain(self, page):
        """A page less the spans that only keep figures and units on one line."""
        return KEPT.sub(r"\1", self.read(page))

    def files(self):
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


def build(project, into):
    """The site of a project's mkdocs.yml, with our plugin."""
    from gongkai.web import engine

    return Site(into, engine.build(project / "mkdocs.yml", into))


def stock(project, work):
    """The same docs with plain MkDocs and Material: the configuration less our plugin."""
    from gongkai.web import engine

    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["plugins"] = [plugin for plugin in config["plugins"] if "gongkai" not in plugin]
    config["docs_dir"] = str(project / "docs")
    work.mkdir(parents=True, exist_ok=True)
    (work / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return Site(work / "site", engine.build(work / "mkdocs.yml", work / "site"))


class Page(HTMLParser):
    """A page's elements in order: tag, attributes, line."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.titles, self._in = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._in = tag

    def handle_endtag(self, tag):
        self._in = ""

    def handle_data(self, data):
        if self._in == "title":
            self.titles.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    def meta(self):
        return [(a["name"], a.get("content", "")) for a in self.all("meta") if "name" in a]
