"""What is doubtful about a report as read: GK211 to GK217."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.findings import Finding, Place, Rule, Severity
from gongkai.parse.corrections import first_words, key
from gongkai.parse.numbering import Number, Style, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gongkai.companion import HeadingCorrection
    from gongkai.model import Heading, Report

NO_TITLE = Rule(
    "GK211",
    "title-not-found",
    Severity.WARNING,
    """找不到标题。

    What: 报告开头没有像标题的行。
    Why: 页面要有标题，栏目和网址也由标题定。
    Wrong: 第一行就是正文
    Right: 第一行是“清溪县人民政府关于2022年法治政府建设情况的报告”，或在旁边的 .yml 里写 标题
    """,
)
NO_HEADINGS = Rule(
    "GK212",
    "headings-not-found",
    Severity.ADVICE,
    """找不到小标题。

    What: 正文里没有“一、”“（一）”这样的小标题，也没有单独成行的小标题。
    Why: 没有小标题就没有目录，长文难读。
    Wrong: 通篇一段接一段
    Right: 一、总体情况（单独成行）
    """,
)
NUMBER_LOST = Rule(
    "GK213",
    "heading-number-lost",
    Severity.ADVICE,
    """小标题丢了序号。

    What: 前后的小标题都有序号，这一个没有。
    Why: 多半是从 Word 复制时自动编号丢了。页面照原文显示，不替你补。
    Wrong: （二）… 聚焦公开透明提升政务公开效能。 三、…
    Right: （二）… （三）聚焦公开透明提升政务公开效能。 三、…
    """,
)
NUMBER_JUMPS = Rule(
    "GK214",
    "heading-number-jumps",
    Severity.ADVICE,
    """小标题的序号跳了。

    What: 同一级小标题的序号不连续，或不从一开始。
    Why: 可能漏了一节，也可能序号写错了。
    Wrong: 一、… 三、…
    Right: 一、… 二、…
    """,
)
NUMBER_REPEATS = Rule(
    "GK215",
    "heading-number-repeats",
    Severity.ADVICE,
    """小标题的序号重复或倒退。

    What: 同一级小标题用了相同的序号，或后面的序号比前面的小。
    Why: 引用“第（二）项”时会指不清。
    Wrong: （一）… （二）… （二）…
    Right: （一）… （二）… （三）…
    """,
)
NO_ISSUER = Rule(
    "GK216",
    "issuer-not-found",
    Severity.ADVICE,
    """找不到发布机构。

    What: 标题、落款和来源里都没有机构名称。
    Why: 发布机构是公开信息的必备项。程序不猜。
    Wrong: 关于2022年法治政府建设情况的报告（没有落款）
    Right: 清溪县人民政府关于2022年法治政府建设情况的报告，或在旁边的 .yml 里写 发布机构
    """,
)
NO_YEAR = Rule(
    "GK217",
    "year-not-found",
    Severity.WARNING,
    """找不到年度。

    What: 标题和正文开头都没有年份。
    Why: 页面按年度归档，没有年度就不知道放在哪里。
    Wrong: 清溪县法治政府建设情况的报告
    Right: 清溪县2022年法治政府建设情况的报告，或在旁边的 .yml 里写 年度
    """,
)
UNUSED = Rule(
    "GK218",
    "heading-correction-unused",
    Severity.WARNING,
    """标题修正没有用上。

    What: 旁边的 .yml 里有一条标题修正，报告里没有这样开头的行。
    Why: 报告改过之后，旧的修正可能对不上了。对不上的修正不会生效。
    Wrong: 标题修正里的原文是“存在问题”，报告里写的是“存在的问题”
    Right: 原文与报告里的一致，序号和句号可以不写
    """,
)
RULES = (NO_TITLE, NO_HEADINGS, NUMBER_LOST, NUMBER_JUMPS, NUMBER_REPEATS, NO_ISSUER, NO_YEAR, UNUSED)


def findings(
    report: Report, file: str, corrections: Iterable[HeadingCorrection] = (), given: Place | None = None
) -> list[Finding]:
    """What is doubtful about a report read from `file`; `given` is where the corrections stand: the 标题修正 key."""
    start = Place(file, 1)
    found = []
    if not report.title:
        found.append(NO_TITLE.at(start, "找不到标题", "在第一行写上标题，或在旁边的 .yml 里写 标题"))
    if not report.body.sections:
        found.append(NO_HEADINGS.at(Place(file), "找不到小标题", "给各部分加上小标题；确实没有就不用改"))
    if not report.issuer:
        found.append(NO_ISSUER.at(start, "找不到发布机构", "在旁边的 .yml 里写 发布机构"))
    if not report.year:
        found.append(NO_YEAR.at(start, "找不到年度", "在旁边的 .yml 里写 年度"))
    found.extend(_of_numbers(report, file))
    wanted = list(corrections)
    if wanted:
        found.extend(_unused(report, wanted, given or Place(file)))
    return found


def _of_numbers(report: Report, file: str) -> Iterator[Finding]:
    """Numbers that are lost, jump or repeat among siblings; a number may also count on from section to section."""
    last_of_style: dict[Style, int] = {}
    for _, section in report.body.walk():
        before = 0
        for heading in (child.heading for child in section.sections if child.heading):
            place = Place(file, *report.source.place(heading.span.start))
            if heading.number_lost:
                before += 1
                yield NUMBER_LOST.at(
                    place, "这个小标题没有序号，前后的都有", "原文如此就不用改；级别不对，在旁边的 .yml 里写 标题修正"
                )
                continue
            mark = number(heading.number)
            if mark is None:
                continue
            yield from _of_number(heading, mark, before or last_of_style.get(mark.style, 0), place)
            before = last_of_style[mark.style] = mark.value


def _of_number(heading: Heading, mark: Number, before: int, place: Place) -> Iterator[Finding]:
    if mark.value in {before + 1, 1} and not (mark.value == 1 == before):
        return
    if mark.value > before:
        what = f"序号“{heading.number}”跳了，前面没有上一个序号"
        yield NUMBER_JUMPS.at(place, what, "看看是不是漏了一节，或序号写错")
    else:
        what = f"序号“{heading.number}”重复或倒退了"
        yield NUMBER_REPEATS.at(place, what, "按顺序改正序号")


def _unused(report: Report, corrections: Iterable[HeadingCorrection], place: Place) -> Iterator[Finding]:
    """The corrections that fit no line of the report."""
    headings = {(key(heading.text), heading.depth) for heading in report.headings()}
    words = {text for text, _ in headings}
    plain = {first_words(one.span.of(report.source.text)) for _, one in report.paragraphs()}
    for correction in corrections:
        wanted = key(correction.text)
        fits = wanted in plain - words if correction.level == 0 else (wanted, correction.level) in headings
        if not fits:
            yield UNUSED.at(place, f"标题修正“{correction.text}”没有用上", "照报告里的原文改正，或删去这一条")
