"""Numbers are found, judged and named; nothing that is no indicator becomes one."""

import hashlib
import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai import parse, sources
from gongkai.companion import IndicatorCorrection
from gongkai.extract import corrected, exchange, ledger, reading
from gongkai.model import (
    FigureKind,
    Heading,
    Paragraph,
    ParagraphKind,
    Report,
    Section,
    Sentence,
    Source,
    Span,
)

REPORTS = Path(__file__).parent / "reports"
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "figures.yml").read_text(encoding="utf-8"))


def report(*lines, kinds=(), year=2022, headings=()):
    """A report of one paragraph a line and one sentence a full stop; `headings` are lines that head what follows."""
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    source = Source(
        "t.txt", text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), "utf-8", True, tuple(starts)
    )
    sections, paragraphs = [], []
    for number, line in enumerate(lines):
        span = Span(starts[number], starts[number] + len(line))
        if line in headings:
            sections.append((Heading(span, "", line, 1, 1, False), []))
            continue
        kind = kinds[number] if number < len(kinds) else ParagraphKind.TEXT
        made = Paragraph(span, kind, tuple(sentences(text, span)))
        (sections[-1][1] if sections else paragraphs).append(made)
    body = Section(None, tuple(paragraphs), tuple(Section(head, tuple(inside), ()) for head, inside in sections))
    return Report(source, "", (), None, year, (), body)


def sentences(text, span):
    at = span.start
    for end in range(span.start, span.end):
        if text[end] == "。":
            yield Sentence(Span(at, end + 1))
            at = end + 1
    if at < span.end or at == span.start:
        yield Sentence(Span(at, span.end))


def said(found):
    """Figures and rows as the case file writes them."""
    rows = {row.figure.span: row for row in found.indicators}
    for figure in found.figures:
        if figure.kind is FigureKind.WORD:
            continue
        row = rows.get(figure.span)
        if row:
            yield f"{figure.raw} | {figure.kind.value} | {figure.plain_value()} {figure.unit} | {row.name}"
        else:
            yield f"{figure.raw} | {figure.kind.value}"


def only(text, **more):
    return list(said(reading(report(text, **more))))


def name(text, raw, **more):
    return next(row.name for row in reading(report(text, **more)).indicators if row.figure.raw == raw)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20])
def test_sentence_is_read_as_a_person_would(case):
    assert only(case["text"]) == case["figures"]


@pytest.mark.parametrize(
    "text",
    [
        "拨打12345热线反映问题",
        "建立“1+42+478”三级服务体系",
        "“十四五”时期",
        "清府〔2022〕9号",
        "实现“五个100%”",
        "根据第二十四条规定",
        "落实“三审三校”制度",
        "电话：010-55550123，邮编：100000",
        "第一责任人职责",
        "第十四届人民代表大会第四次会议",
        "G318线部分路段",
        "地铁15号线通车",
        "推广5G应用",
        "24小时自助服务",
        "15分钟便民生活圈",
        "2015－2020年",
        "2026-02-02 09:20",
        "做了6个方面工作",
        "办好10件民生实事",
        "抓住制度、决策、执法三个环节",
        "统一受理、一次办成",
        "世界500强",
        "索引号：SQ0101-2024-00007",
        "国务院令第711号",
        "注释见[12]",
    ],
)
def test_number_that_measures_nothing_is_no_indicator(text):
    assert not reading(report(text)).indicators


# 的办结率 · 排名排名 · 全市（ · 案件、
BROKEN = re.compile(
    r"^(?:的|等|由|为(?![民企农])|共(?![同享建青])|[，。、；：）)”》])|排名排名|(?:的|和|与|(?<!惠)及|了|[（(“《、，])$"
)


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_name_of_a_whole_report_is_no_broken_piece(path):
    rows = reading(parse.report(sources.read(path, path.name)[0])).indicators
    assert not [row.name for row in rows if BROKEN.search(row.name) or not 0 < len(row.name) <= 30]


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        ("受理来电1968个，办结1966个。", "1966个", "来电(办结)"),
        ("认领率达98.96%，居全市第1。", "第1", "认领率全市排名"),
        ("完成投资6.8亿元，占年度计划的104.6%。", "104.6%", "完成投资占年度计划比重"),
        ("年平均优良路率84%，其中国省干线90.1%，县道81.5%。", "81.5%", "县道优良路率"),
        ("累计废止全县行政规范性文件12件。", "12件", "行政规范性文件(废止)"),
        ("工业、制造业、工业技改投资分别增长9.4％、13.3％、6.1％。", "13.3％", "制造业投资增长"),
        ("公路客运量316万人次、货运量1042万吨，分别比上年下降7.4%和增长5.2%。", "5.2%", "货运量增长"),
        ("在运账号由56个减至44个。", "44个", "在运账号"),
        ("金融机构人民币存贷款余额分别增长6.9％、6.6％。", "6.6％", "金融机构人民币贷款余额增长"),
    ],
)
def test_name_is_found_outside_the_clause(text, raw, expected):
    assert name(text, raw) == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("截至12月31日，认领监管事项1324项。", "截至2022-12-31"),
        ("2021年以来，开展清理3次。", "2021年—2022年"),
        ("去年以来编制的16个专项规划。", "2021年—2022年"),
        ("今年以来，共办理10932件。", "2022年"),
        ("上半年受理来电12个。", "2022-01—2022-06"),
        ("受理来电12个，比去年减少。", "2022年"),
        ("1—9月，受理来电12个。", "2022-01—2022-09"),
    ],
)
def test_period_is_what_the_sentence_says(text, label):
    assert reading(report(text)).indicators[0].period.label == label


def test_period_follows_the_year_of_the_heading():
    found = reading(report("2023年工作计划", "改造危桥8座。", headings=("2023年工作计划",)))
    assert found.indicators[0].period.label == "2023年"


def test_scope_is_named_as_written():
    assert reading(report("全县共有养护员七百余名。")).indicators[0].scope == "全县"


def test_part_knows_its_whole():
    found = reading(report("审结案件26件，其中维持15件、撤销4件。")).indicators
    assert [row.part_of for row in found] == ["", found[0].id, found[0].id]


def test_table_cells_are_named_by_row_and_head():
    kinds = [ParagraphKind.TABLE] * 3
    lines = ("单位：万元 2021年 增减％", "科目 决算数 增减％", "教育支出 1,683 -2.2")
    found = reading(report(*lines, kinds=kinds)).indicators
    assert [(row.name, row.figure.plain_value(), row.figure.unit) for row in found] == [
        ("教育支出(决算数)", "16830000", "元"),
        ("教育支出(增减)", "2.2", "％"),
    ]
    assert found[1].figure.direction.value == "down"


def test_bare_numbers_take_the_unit_of_their_list():
    found = reading(report("三批分别验收12、15、18项。")).indicators
    assert [row.figure.unit for row in found] == ["项"] * 3


def test_ids_survive_an_added_neighbour():
    before = {row.figure.raw: row.id for row in reading(report("受理来电5个。", "培训9次。")).indicators}
    after = {
        row.figure.raw: row.id for row in reading(report("新的一句8件。", "受理来电5个。", "培训9次。")).indicators
    }
    assert before.items() <= after.items()


def test_repeated_figures_have_different_ids():
    found = reading(report("进驻率100%，覆盖率100%，办结率100%。")).indicators
    assert len({row.id for row in found}) == 3


def correction(**said_):
    return IndicatorCorrection.model_validate(said_)


def apply(text, *corrections):
    return corrected(reading(report(text)), corrections, "seeds/t.yml", 7)


def test_correction_renames_one_figure():
    found, findings = apply("来电办结率98.8%。满意率98.8%。", correction(原文="98.8%", 句中="办结", 改名="热线办结率"))
    assert [row.name for row in found.indicators] == ["热线办结率", "满意率"]
    assert not findings


def test_correction_sets_unit_and_period():
    found, _ = apply("来电12个。", correction(原文="12个", 单位="次", 时期="2021-01-01/2021-12-31"))
    row = found.indicators[0]
    assert (row.figure.unit, row.period.start, row.period.end) == ("次", "2021-01-01", "2021-12-31")
    assert found.figures[0].unit == "次"


def test_dropped_indicator_stays_in_the_ledger():
    found, findings = apply("来电12个。", correction(原文="12个", 删除="估计数"))
    assert not found.indicators
    assert not findings
    assert (found.figures[0].kind, found.figures[0].reason) == (FigureKind.REFERENCE, "correction")
    assert ledger(found).complete


def test_number_passed_over_can_be_added():
    found, findings = apply("办好10件民生实事。", correction(原文="10件", 增加="民生实事"))
    assert not findings
    assert [(row.name, row.figure.plain_value(), row.figure.unit) for row in found.indicators] == [
        ("民生实事", "10", "件")
    ]
    assert len(found.indicators[0].id) == 8


@pytest.mark.parametrize(
    ("text", "said_", "code"),
    [
        ("办结率98.8%。", {"原文": "98.9%", "改名": "办结率"}, "GK231"),
        ("办结率98.8%。", {"原文": "98.8%", "句中": "满意", "改名": "办结率"}, "GK231"),
        ("办结率98.8%。满意率98.8%。", {"原文": "98.8%", "改名": "办结率"}, "GK232"),
        ("办结率98.8%，满意率98.8%。", {"原文": "98.8%", "改名": "办结率"}, "GK232"),
        ("2022年。", {"原文": "2022年", "删除": "不是指标"}, "GK231"),
        ("2022年。", {"原文": "2022年", "改名": "年度"}, "GK231"),
    ],
)
def test_correction_that_does_not_fit_is_a_finding(text, said_, code):
    before = reading(report(text))
    found, findings = apply(text, correction(**said_))
    assert [finding.code for finding in findings] == [code]
    assert findings[0].place.line == 7
    assert found == before


def test_second_of_equal_figures_is_chosen_by_number():
    found, findings = apply("办结率98%，满意率98%。", correction(原文="98%", 第几个=2, 改名="群众满意率"))
    assert [row.name for row in found.indicators] == ["办结率", "群众满意率"]
    assert not findings


def test_exchange_holds_rows_and_leaves_words_to_skipped():
    record = exchange(reading(report("统一受理来电12个，占三分之二。")))
    assert [(f["raw"], f["value"], f["indicator"]) for f in record["figures"]] == [
        ("12个", "12", True),
        ("三分之二", "2/3", True),
    ]
    assert record["skipped"] == [[0, 2, "统一"]]
    assert record["figures"][0]["name"] == "统一受理来电"


ANY = st.text(
    alphabet=st.sampled_from(
        "0123456789０５①三十百千万亿两几半零〇点分之成第前后近约超余多上下年月日号个件项元%％％‰倍人次，。；：、（）()“”《》[]\n \t-—~至到由从其中占比为达增长下降分别全县市省A-5GPM.+/:：\ud800\u0000"
    )
    | st.characters(),
    max_size=120,
)


@settings(max_examples=400, derandomize=True)
@given(ANY)
def test_every_numeral_of_any_text_is_accounted_for(text):
    found = reading(report(*text.split("\n")))
    whole = found.report.source.text
    assert ledger(found).complete
    assert all(figure.span.of(whole) == figure.raw for figure in found.figures)
    assert all(a.span.end <= b.span.start for a, b in zip(found.figures, found.figures[1:], strict=False))
    assert [row.figure.span for row in found.indicators] == [f.span for f in found.figures if f.is_indicator]
    assert all(0 < len(row.name) <= 30 for row in found.indicators)
    assert len({row.id for row in found.indicators}) == len(found.indicators)


@settings(max_examples=100, derandomize=True)
@given(
    st.lists(st.sampled_from([case["text"] for case in CASES]), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_cut_and_shuffled_sentences_are_read_without_fault(texts, random):
    pieces = "".join(texts)
    cut = pieces[: random.randrange(len(pieces))] + "\n" + pieces[random.randrange(len(pieces)) :]
    assert ledger(reading(report(*cut.split("\n")))).complete


@pytest.mark.parametrize("unit", ["7", "一", "5件，", "增长5%、", "（5", "“5", "1:", "5-", "三分之", "第1", "其中5件"])
def test_time_grows_with_length_only(unit):
    def spent(times):
        long = report(unit * times)
        start = time.perf_counter()
        reading(long)
        return time.perf_counter() - start

    spent(100)
    assert min(spent(8000), spent(8000)) < 16 * max(spent(1000), spent(1000)) + 0.2


def test_figures_told_apart_are_parts_of_the_figure_that_they_add_up_to():
    rows = reading(
        report("全年受理复议、诉讼、赔偿案件15件，分别为4件、5件和6件。收到甲、乙申请10件，分别为4件、5件。")
    ).indicators
    assert [row.part_of for row in rows] == ["", *[rows[0].id] * 3, "", "", ""]
