"""What a reader sees of a Markdown page: its text, as Python-Markdown and as CommonMark render it."""

import html
from html.parser import HTMLParser

from markdown import Markdown
from markdown_it import MarkdownIt

PYTHON = """
tables attr_list md_in_html admonition footnotes def_list abbr sane_lists toc nl2br wikilinks
pymdownx.superfences pymdownx.details pymdownx.tasklist pymdownx.tilde pymdownx.caret pymdownx.mark pymdownx.emoji
pymdownx.magiclink pymdownx.tabbed pymdownx.betterem pymdownx.arithmatex pymdownx.keys pymdownx.critic
pymdownx.inlinehilite pymdownx.blocks.admonition pymdownx.blocks.details
"""
_BARE, _ALL = Markdown(extensions=["tables"]), Markdown(extensions=PYTHON.split())
_COMMON = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ENGINES = {
    "bare": lambda text: _BARE.reset().convert(text),
    "all extensions": lambda text: _ALL.reset().convert(text),
    "commonmark": _COMMON.render,
}


class _Text(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces, self.tags = [], []

    def handle_data(self, data):
        self.pieces.append(data)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def page(rendered):
    made = _Text()
    made.feed(rendered)
    made.close()
    return made


def tight(text):
    """Text without blanks and control characters, which no page keeps."""
    return "".join(c for c in text if not c.isspace() and not ("\x00" <= c < "\x20" or "\x7f" <= c < "\xa0"))


def seen(rendered):
    return tight("".join(page(rendered).pieces))


def unescaped(text):
    return tight(html.unescape(text))
