"""A report as read, for tests: made from a text, shown as lines, and proved whole."""

import re

from gongkai.model import Report, Source
from gongkai.parse import report


def source(text):
    starts = (0, *(found.end() for found in re.finditer("\n", text)))
    return Source("报告.txt", text, "0" * 64, "utf-8", True, starts)


def parsed(text, headings=()):
    return report(source(text), headings)


def outline(read: Report):
    """`## （一）主动公开~`: depth, number, words; ~ when the body follows on the line, ? when the number is lost."""
    return "".join(
        f"{'#' * one.depth} {one.number}{one.text}{'~' * one.run_in}{'?' * one.number_lost}\n"
        for one in read.headings()
    )


def blocks(read: Report):
    """All spans that hold text, in the order in which the report tells them."""
    head = [*read.title_spans, *(paragraph.span for paragraph in read.front)]
    yield from sorted(head)
    for _, section in read.body.walk():
        if section.heading:
            yield section.heading.span
        for paragraph in section.paragraphs:
            yield paragraph.span


def assert_whole(read: Report):
    """Every character that is not blank stands in exactly one block, in order; sentences cover their paragraph."""
    text = read.source.text
    end = 0
    for span in blocks(read):
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip(), f"lost: {text[end : span.start]!r}"
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not text[end:].strip(), f"lost: {text[end:]!r}"
    for _, paragraph in read.paragraphs():
        assert_covered(text, paragraph)
    for heading in read.headings():
        written = heading.span.of(text)
        assert heading.text in written
        assert heading.number in written
        assert 1 <= heading.level <= 6
        assert heading.depth >= 1


def assert_covered(text, paragraph):
    end = paragraph.span.start
    for sentence in paragraph.sentences:
        assert end <= sentence.span.start < sentence.span.end <= paragraph.span.end
        assert not text[end : sentence.span.start].strip()
        end = sentence.span.end
    assert not text[end : paragraph.span.end].strip()
    assert paragraph.span.of(text).lstrip("\ufeff\u200b").startswith(paragraph.marker)
    assert paragraph.lead is None or paragraph.lead == paragraph.sentences[0]
