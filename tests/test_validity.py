"""Whether a document is in force: badge, banner, course, and the documents that belong to it."""

import re
import shutil

import pytest

from built import SAMPLE, build
from gongkai.checks import registry
from gongkai.checks.docs import docs
from gongkai.web import policy, validity
from gongkai.web.catalogue import Catalogue, entry

BODY = re.compile(r"<article.*?</article>", re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(SAMPLE, tmp_path_factory.mktemp("site") / "out")


def item(src="zcwj/a.md", text="", **front):
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return entry(src, src.replace(".md", ".html"), f"---\n标题: {src}\n类型: 政策文件\n{lines}---\n{text}")[0]


def seen(html):
    """Text of a piece of HTML, one blank between elements."""
    return re.sub(r"\s+", " ", re.sub(r"<[^<>]*>", " ", html)).strip()


def part(page, opening, closing):
    assert page.count(opening) == 1, opening
    return opening + page.partition(opening)[2].partition(closing)[0]


# 有效性 and its companions -> badge, what stands beside it, sentence of the banner
SAID = [
    ({"有效性": "有效"}, "现行有效", "", ""),
    ({"有效性": "有效", "施行日期": "2099-01-01"}, "现行有效", "", ""),
    (
        {"有效性": "尚未施行", "施行日期": "2001-03-01"},
        "尚未施行",
        "2001-03-01 起施行",
        "本文件自2001年3月1日起施行，现在还不作为办事依据。",
    ),
    (
        {"有效性": "已修改", "修改": "[{日期: 2019-01-02}, {日期: 2022-12-22}]"},
        "已修改",
        "2022-12-22 修改",
        "本文件已于2022年12月22日修改。以下是修改前的原文，仅供查阅。",
    ),
    (
        {"有效性": "部分有效", "失效日期": "2022-03-01"},
        "部分有效",
        "2022-03-01 起部分有效",
        "本文件从2022年3月1日起有一部分不再有效。办事以前，请核对还有效的条款。",
    ),
    (
        {"有效性": "失效", "有效期至": "2021-12-31"},
        "已失效",
        "2021-12-31 到期",
        "本文件有效期到2021年12月31日，已失效，不再作为办事依据。以下原文仅供查阅。",
    ),
    (
        {"有效性": "失效", "有效期至": "2025-12-31", "失效日期": "2021-06-01"},
        "已失效",
        "2021-06-01 失效",
        "本文件自2021年6月1日起失效，不再作为办事依据。以下原文仅供查阅。",
    ),
    (
        {"有效性": "废止", "失效日期": "2022-03-01"},
        "已废止",
        "2022-03-01 废止",
        "本文件自2022年3月1日起废止，不再作为办事依据。以下原文仅供查阅。",
    ),
    ({"有效性": "废止"}, "已废止", "", "本文件已废止，不再作为办事依据。以下原文仅供查阅。"),
    (
        {"有效性": "有效", "撤下": "{日期: 2021-03-20, 原因: 含个人信息}"},
        "已撤下",
        "2021-03-20 撤下",
        "这份文件已撤下。撤下日期、原因和文号见下。",
    ),
]


@pytest.mark.parametrize(("front", "label", "since", "sentence"), SAID)
def test_state_is_said_as_declared_whatever_the_day(front, label, since, sentence):
    found = item(**front)
    assert validity.state(found).label == label
    assert (validity.since(found), validity.sentence(found)) == (since, sentence)


@pytest.mark.parametrize("said", ["现行", "[有效, 废止]", "{a: 1}", "2022"])
def test_what_is_no_state_has_no_badge(said):
    assert validity.state(item(有效性=said)) is None


@pytest.mark.parametrize(
    "said", ["甲", "[甲, 乙]", "[{日期: 甲}]", "[{依据: 甲}]", "{日期: 2022-01-01}", "[[2022-01-01]]"]
)
def test_amendments_that_cannot_be_read_count_as_unknown(said):
    found = item(有效性="已修改", 修改=said)
    assert validity.since(found) == ""
    assert "已经修改" in validity.sentence(found)


def known(*items):
    return Catalogue.of(items, ()).references


def test_each_side_of_a_replacement_knows_the_other():
    old, new = item("zcwj/old.md"), item("zcwj/new.md", 替代="[zcwj/old.md, 云江府发〔2010〕3号]")
    references = known(old, new)
    assert [each.text for each in references.successors(old)] == ["zcwj/new.md"]
    assert [each.text for each in references.predecessors(new)] == ["zcwj/old.md", "云江府发〔2010〕3号"]
    both = known(item("zcwj/old.md", 被替代="[zcwj/new.md]"), new)
    assert [each.text for each in both.successors(old)] == ["zcwj/new.md"]


def test_a_page_that_names_itself_is_not_its_own_successor():
    own = item("zcwj/a.md", 被替代="[zcwj/a.md]", 相关="[zcwj/a.md]")
    assert policy.related(own, known(own)) == ()


def test_banner_points_to_what_to_read_until_a_new_rule_begins():
    old, new = item("zcwj/old.md"), item("zcwj/new.md", 有效性="尚未施行", 替代="[zcwj/old.md]")
    banner = policy.banner(new, known(old, new))
    assert [(line.label, [each.text for each in line.references]) for line in banner.lines] == [
        ("施行以前看哪份", ["zcwj/old.md"])
    ]


def test_repealed_policy_says_so_before_the_rule_and_points_on(site):
    page = site.plain("zcwj/2017/0520-guanggao.html")
    banner = part(page, '<section class="banner rep"', "</section>")
    assert page.index("</h1>") < page.index(banner) < page.index('<div class="wenwu"></div>\n', page.index("</h1>"))
    assert seen(banner).endswith(
        "已废止 本文件自2022年3月1日起废止，不再作为办事依据。以下原文仅供查阅。"
        " 废止依据 云江县人民政府关于废止和宣布失效部分行政规范性文件的决定 （云江府发〔2022〕6号） 现行有效"
        " 现在看哪份 云江县户外广告和招牌管理办法 （云江府发〔2022〕5号） 现行有效"
    )
    assert 'href="../2022/0225-feizhi.html"' in banner
    assert 'href="../2022/0218-zhaopai.html"' in banner
    assert "第一条" in BODY.search(page)[0]


def test_course_holds_the_known_days_in_order(site):
    page = site.plain("zcwj/2017/0520-guanggao.html")
    assert seen(part(page, '<ol class="course">', "</ol>")) == (
        "2017-05-18 成文 2017-05-20 发布 2017-07-01 施行 2019-08-12 修改 2022-03-01 废止"
    )
    assert page.count('<li class="final">') == 1


def test_documents_link_back_to_those_that_name_them(site):
    feizhi = part(site.plain("zcwj/2022/0225-feizhi.html"), '<ul class="related">', "</ul>")
    assert feizhi.count("它终止的文件") == 3
    new = part(site.plain("zcwj/2022/0218-zhaopai.html"), '<ul class="related">', "</ul>")
    assert 'href="../2017/0520-guanggao.html"' in new
    assert "问答解读" in new
    changed = part(site.plain("zcwj/2020/0615-guifanxing.html"), '<section class="banner mod"', "</section>")
    assert "看修改后的全文" in changed
    assert 'href="../2022/1222-guifanxing.html"' in changed


def test_policy_and_reading_name_each_other_near_the_top(site):
    for page, other in (
        ("tzgg/2023/0105-tingche.html", "../../zcwj/2023/0106-jiedu.html"),
        ("zcwj/2023/0106-jiedu.html", "../../tzgg/2023/0105-tingche.html"),
    ):
        assert f'href="{other}"' in part(site.plain(page), '<dl class="subjects">', "</dl>")


def test_state_stands_in_the_metadata_with_its_day(site):
    block = part(site.plain("zcwj/2020/0302-xiaowei.html"), '<dl class="block">', "</dl>")
    assert "有效性 已失效 2021-12-31 到期" in seen(block)


def test_a_document_in_force_has_no_banner(site):
    assert '<section class="banner' not in site.plain("zcwj/2022/1108-quanzhi.html")


def test_a_withdrawn_document_keeps_its_page_without_its_text(site):
    page = site.plain("zcwj/2021/0308-mingdan.html")
    body = seen(BODY.search(page)[0])
    assert body == ("撤下日期 2021-03-20 原因 名单写有住址和身份证号，不应当公开 文号 云江府办发〔2021〕7号")
    assert "原文含有" not in page


def test_every_title_of_the_imaginary_county_carries_its_tag(site):
    for name in ("zcwj/index.html", "tzgg/p2.html", "index.html"):
        page = site.plain(name)
        listed = part(page, '<ul class="latest">', "\n</ul>") if name == "index.html" else page
        assert listed.count('<span class="sample">示例</span>') == max(
            listed.count("<h2><a"), listed.count("<li><time")
        )
    assert '<span class="sample">示例</span></h1>' in site.plain("zcwj/2017/0520-guanggao.html")
    assert 'class="sample"' not in site.plain("about/index.html")


def test_no_tag_without_the_setting(tmp_path):
    copy = shutil.copytree(SAMPLE, tmp_path / "site")
    config = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    (copy / "mkdocs.yml").write_text(config.replace("演示站点: true", "演示站点: false"), encoding="utf-8")
    assert 'class="sample"' not in build(copy, tmp_path / "out").read("zcwj/index.html")


def test_home_page_shows_states_and_leads_to_all(site):
    page = site.plain("index.html")
    latest = part(page, '<ul class="latest">', "\n</ul>")
    assert "云江府办发〔2023〕1号 尚未施行" in seen(latest)
    assert 'href="about/map.html" aria-label="更多最新公开"' in page


def test_the_sample_s_metadata_has_no_flaw():
    found = registry.findings(docs(SAMPLE / "docs", SAMPLE, SAMPLE / "seeds"))
    assert [str(finding) for finding in found if finding.place.file.startswith(("docs/zcwj/", "docs/tzgg/"))] == []
