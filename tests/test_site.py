"""A whole small site of the imaginary 云江县, built with our plugin and, the same docs, without it."""

import logging
import posixpath
import shutil
from collections import Counter
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from built import ROOT, SAMPLE, Page, build, stock
from gongkai.web import assets
from gongkai.web.engine import EngineError


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(SAMPLE, tmp_path_factory.mktemp("site") / "out")


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return stock(SAMPLE, tmp_path_factory.mktemp("stock"))


def test_new_sites_and_the_sample_know_the_same_markdown():
    known = [
        yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
        for folder in (ROOT, ROOT / "scripts" / "gongkai" / "new_site", SAMPLE)
    ]
    assert known[0] == known[1] == known[2]
    assert {"abbr", "def_list", "footnotes", "pymdownx.tasklist"} <= {
        next(iter(each), "") if isinstance(each, dict) else each for each in known[0]
    }


def test_site_builds_without_a_warning(site):
    assert site.warnings == []
    assert "fzzf/2022/bgs/index.html" in site.pages()


def test_only_our_files_are_shipped(site):
    shipped = {name for name in site.files() if name.startswith("assets/")}
    assert shipped == {
        *assets.files(),
        *(f"assets/{name}" for name in ("icon.svg", "pointer.svg", "hant.js", "pinyin.js")),
    }
    assert {name.partition("/")[0] for name in site.files()} == {
        *("404.html", "about", "ask", "assets", "data", "fzzf", "index.html"),
        *("robots.txt", "search", "sitemap.xml", "tzgg", "zcwj", "zhangbei", "zwdt"),
    }
    assert not [page for page in site.pages() if "md-" in site.read(page)]


def test_no_inline_script_style_or_handler(site):
    for name in site.pages():
        page = Page(site.read(name))
        for tag, attributes in page.elements:
            assert tag != "style", name
            assert "style" not in attributes, name
            assert tag != "script" or (attributes.get("src") and "type" not in attributes), name
            assert not [key for key in attributes if key.startswith("on")], name


def test_every_page_says_what_may_load(site):
    for name in site.pages():
        policy = [a["content"] for a in Page(site.read(name)).all("meta") if a.get("http-equiv")]
        assert policy == [
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"
        ], name


def test_links_and_loads_stay_in_the_site_and_are_there(site):
    files = set(site.files())
    ids = {name: {a["id"] for _, a in Page(site.read(name)).elements if "id" in a} for name in site.pages()}
    for name in site.pages():
        for tag, attributes in Page(site.read(name)).elements:
            address = attributes.get("src") or attributes.get("href")
            if not address or urlsplit(address).scheme in {"tel", "https"}:
                assert tag in {"a"} or not address, (name, tag, address)
                continue
            parts = urlsplit(address)
            path, anchor = parts.path, parts.fragment
            target = name
            if path.startswith("/gk/"):
                assert name == "404.html", (name, address)
                target = path.removeprefix("/gk/")
            elif path:
                assert not path.startswith("/"), (name, address)
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
            assert target in files, (name, address)
            assert not anchor or unquote(anchor) in ids[target], (name, address)


def test_ids_are_unique_and_titles_tell_pages_apart(site):
    titles = Counter()
    for name in site.pages():
        page = Page(site.read(name))
        found = Counter(a["id"] for _, a in page.elements if "id" in a)
        assert [key for key, count in found.items() if count > 1] == [], name
        titles["".join(page.titles)] += 1
    assert max(titles.values()) == 1
    assert "指标表 · 法治政府建设报告 · 政务公开" in "".join(titles)


def test_every_page_has_one_h1_the_three_regions_and_its_language(site):
    for name in site.pages():
        tags = Counter(tag for tag, _ in Page(site.read(name)).elements)
        assert [tags[tag] for tag in ("h1", "header", "main", "footer")] == [1, 1, 1, 1], name
        elder = {"data-mode": "elder"} if name == "zhangbei/index.html" else {}
        assert Page(site.read(name)).all("html") == [{"lang": "zh-Hans"} | elder]


def test_footer_of_every_page_prints_what_is_not_set(site):
    for name in site.pages():
        footer = site.read(name).partition("<footer")[2]
        for words in ("主办单位", "承办单位", "网站标识码", "备案号", "联系方式", "站点地图", "演示站点无", "12345"):
            assert words in footer, (name, words)


def test_meta_tags_stand_once_each(site):
    for name in site.pages():
        found = Counter(key for key, _ in Page(site.read(name)).meta())
        assert max(found.values()) == 1, name
        assert {"SiteName", "SiteDomain", "SiteIDCode"} <= set(found), name
    column = dict(Page(site.read("tzgg/index.html")).meta())
    assert column["ColumnKeywords"] == "通知，公告"
    assert not [key for key in column if key.startswith("Article") or key == "PubDate"]
    article = dict(Page(site.read("tzgg/2023/0105-tingche.html")).meta())
    assert article["ArticleTitle"] == "云江县人民政府关于印发《云江县公共停车管理办法》的通知"
    assert (article["PubDate"], article["ContentSource"]) == ("2023-01-05 09:30", "本机关")
    undated = dict(Page(site.read("fzzf/2021/sfj/index.html")).meta())
    assert "PubDate" not in undated


def test_what_is_not_known_is_said_so(site):
    page = site.read("fzzf/2021/sfj/index.html")
    assert page.count("原件未载明") >= 5
    assert "不适用（报告）" in page


def test_published_items_carry_their_time(site):
    assert '<time datetime="2023-01-05T09:30">2023-01-05 09:30</time>' in site.read("tzgg/2023/0105-tingche.html")


def test_column_page_lists_its_items_newest_first(site):
    page = site.read("fzzf/index.html")
    assert 0 < page.index("云江县人民政府办公室关于2022年") < page.index("云江县司法局关于2021年度")
    assert "数据表（27项）" in page
    assert "这个栏目还没有内容。" in site.read("zwdt/index.html")


def test_home_page_shows_the_figures_that_the_office_named(site):
    page = site.read("index.html")
    figures = page.partition('<ul class="figures">')[2].partition("</ul>")[0]
    assert [words in figures for words in ("12345热线信息", "2万余", "依申请公开受理")] == [True, True, True]
    assert figures.count("<li>") == 6


def test_every_page_has_one_field_in_a_form_that_works_without_scripts(site):
    for name in site.pages():
        page = Page(site.read(name))
        forms, fields = page.all("form"), page.all("input")
        if name == "ask/index.html":
            assert [(form.get("method", "get"), form["action"]) for form in forms] == [("get", "index.html")]
            assert [(field["id"], field["name"]) for field in fields] == [("question", "q")]
            continue
        assert [(form["role"], form.get("method", "get")) for form in forms] == [("search", "get")], name
        assert [(field["id"], field["name"]) for field in fields] == [("q", "q")], name
        assert [label["for"] for label in page.all("label")] == ["q"], name
        folder = "" if name == "404.html" else posixpath.dirname(name)
        target = posixpath.normpath(posixpath.join(folder, forms[0]["action"].removeprefix("/gk/")))
        assert target == "search/index.html", name


def test_staff_page_comes_out_accessible(site):
    text = site.read("tzgg/2023/0105-tingche.html")
    page = Page(text)
    assert len(page.all("caption")) == len(page.all("table")) == 2
    assert all("scope" in cell for cell in page.all("th"))
    assert "附件（PDF，" in text
    assert "地图（外部网站）" in text
    assert "国务院文件</a>" in text
    assert "内部备注" not in text
    assert "<em>不得</em>" in text


def test_machines_find_a_sitemap_without_a_clock(site):
    found = site.read("sitemap.xml")
    assert found.count("<url>") == len(site.pages()) - 1
    assert "<loc>https://yunjiang.example/gk/tzgg/2023/0105-tingche.html</loc><lastmod>2023-01-05</lastmod>" in found
    assert "<loc>https://yunjiang.example/gk/zcwj/feizhi/index.html</loc></url>" in found
    texts = [path.read_text(encoding="utf-8") for path in (SAMPLE / "docs").rglob("*.md")]
    dated = sum("\n发布日期: " in text or "\n答复日期: " in text for text in texts)
    assert found.count("<lastmod>") == dated > 40
    assert "sitemap.xml.gz" not in site.files()


def test_another_folder_gives_the_same_bytes(site, tmp_path):
    elsewhere = tmp_path / "别处" / "site"
    shutil.copytree(SAMPLE, elsewhere)
    assert build(elsewhere, tmp_path / "out").files() == site.files()


def test_a_new_item_changes_only_the_pages_that_list_it(site, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(SAMPLE, copy)
    text = "---\n标题: 新通知\n类型: 通知公告\n发布机构: 某局\n发布日期: 2023-02-01\n---\n\n# 新通知\n\n正文。\n"
    (copy / "docs" / "tzgg" / "2023" / "0201-xin.md").write_text(text, encoding="utf-8")
    before, after = site.files(), build(copy, tmp_path / "out").files()
    changed = {name for name in after if before.get(name) != after[name]}
    assert {name for name in changed if not name.endswith(".js")} == {
        *("tzgg/2023/0201-xin.html", "index.html", "zhangbei/index.html", "about/map.html", "sitemap.xml"),
        *("tzgg/index.html", "tzgg/p2.html", "tzgg/tongzhigonggao/index.html", "tzgg/tongzhigonggao/p2.html"),
        *("tzgg/nian2023/index.html", "tzgg/nian2022/index.html", "tzgg/qitagongwen/index.html"),
        *("search/index.html", "search/2023.html", "search/pinyin-x.html"),
    }
    assert all(name.startswith("search/") for name in changed if name.endswith(".js"))


def with_page(tmp_path, name, content):
    copy = tmp_path / "site"
    shutil.copytree(SAMPLE, copy)
    (copy / "docs" / name).write_bytes(content)
    return build(copy, tmp_path / "out")


def test_front_matter_cannot_break_out_of_a_page(tmp_path):
    evil = '"><script>alert(1)</script>'
    front = f"---\n标题: '{evil}'\n发布机构: '{evil}'\n发布日期: 2023-03-01\n来源: '{evil}'\ntemplate: /etc/passwd\n---\n\n正文。\n"
    made = with_page(tmp_path, "tzgg/2023/evil.md", front.encode())
    for name in ("tzgg/2023/evil.html", "tzgg/index.html", "index.html", "about/map.html"):
        page = Page(made.read(name))
        assert "alert(1)" in made.read(name)
        assert [script for script in page.all("script") if "src" not in script] == []


def test_broken_front_matter_is_told_and_shown(tmp_path):
    made = with_page(tmp_path, "about/bad.md", "---\n标题: 甲\n标题: 乙\n---\n\n# 丙\n".encode())
    assert made.warnings == ["about/bad.md:3：开头的信息读不出来（“标题”写了两次）。"]


def test_a_page_in_another_encoding_is_told_in_chinese(tmp_path):
    with pytest.raises(EngineError, match=r"about/bad\.md：这个文件不是 UTF-8 编码"):
        with_page(tmp_path, "about/bad.md", "# 坏页\n".encode("gb18030"))


def test_raw_html_is_shown_and_told_but_does_not_stop_the_build(tmp_path):
    made = with_page(tmp_path, "about/bad.md", "# 坏页\n\n<script>alert(1)</script>\n".encode())
    assert [line for line in made.warnings if line.startswith("about/bad.md：") and "<script>" in line]
    assert "&lt;script&gt;alert(1)" in made.read("about/bad.html")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[链](http://[待填])", "http://[待填]"),
        ("![链](//[a)", "//[a"),
        ("<http://[链>", "http://[链"),
        ("[链](http://&#91;a)", "http://&#91;a"),
        ("[链][1]\n\n[1]: http://[a", "http://[a"),
    ],
)
def test_a_mistyped_address_becomes_text_and_the_rest_is_built(tmp_path, text, address):
    made = with_page(tmp_path, "about/bad.md", f"# 坏页\n\n{text}\n".encode())
    told = f"about/bad.md：地址 {address} 读不出来，链接已改成文字。"
    assert told in [line.replace("&amp;", "&") for line in made.warnings]
    assert "链" in made.read("about/bad.html").partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize(
    "text", ["* " * 5000 + "甲", "".join(f"{'    ' * n}- 甲\n" for n in range(300))], ids=["one line", "list"]
)
def test_a_page_that_is_nested_too_deeply_is_named(tmp_path, text):
    with pytest.raises(EngineError, match=r"^about/bad\.md：这一页的列表、引用或星号套得太深"):
        with_page(tmp_path, "about/bad.md", f"# 坏页\n\n{text}\n".encode())


def test_files_that_act_in_a_browser_are_left_out_and_told(site, tmp_path):
    docs = shutil.copytree(SAMPLE, tmp_path / "site") / "docs"
    (docs / "assets").mkdir()
    evil = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    for name in ("evil.html", "assets/gongkai.js", "about/a.svg"):
        (docs / name).write_text(evil, encoding="utf-8")
    (docs / "about" / "b.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    made = build(docs.parent, tmp_path / "out")
    assert sorted(line.partition("：")[0] for line in made.warnings) == [
        "about/a.svg",
        "assets/gongkai.js",
        "evil.html",
    ]
    assert set(made.files()) - set(site.files()) == {"about/b.svg"}
    assert made.files()["assets/gongkai.js"] == site.files()["assets/gongkai.js"]


def test_files_of_the_machine_are_not_published_through_links(site, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text("# 秘密\n", encoding="utf-8")
    docs = shutil.copytree(SAMPLE, tmp_path / "site") / "docs"
    (docs / "p.md").symlink_to(tmp_path / "outside" / "secret.md")
    (docs / "folder").symlink_to(tmp_path / "outside")
    (docs / "gone.pdf").symlink_to("nowhere.pdf")
    made = build(docs.parent, tmp_path / "out")
    assert sorted(line.partition("：")[0] for line in made.warnings) == ["folder", "gone.pdf", "p.md"]
    assert set(made.files()) == set(site.files())


@pytest.mark.parametrize(
    ("wrong", "words"),
    [("演示站点: true", "演示戰点: true"), ("站点:\n", "站點:\n")],
    ids=["key", "block"],
)
def test_a_wrong_setting_is_told_in_chinese(tmp_path, wrong, words):
    copy = tmp_path / "site"
    shutil.copytree(SAMPLE, copy)
    config = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    (copy / "mkdocs.yml").write_text(config.replace(wrong, words), encoding="utf-8")
    with pytest.raises(EngineError, match="gongkai 设置里没有"):
        build(copy, tmp_path / "out")


def test_a_site_address_that_cannot_be_read_is_told_in_chinese(tmp_path):
    copy = shutil.copytree(SAMPLE, tmp_path / "site")
    config = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    wrong = config.replace("https://yunjiang.example/gk/", "http://[待填]")
    assert wrong != config
    (copy / "mkdocs.yml").write_text(wrong, encoding="utf-8")
    with pytest.raises(EngineError, match="请检查 site_url"):
        build(copy, tmp_path / "out")


def test_docs_are_a_readable_site_without_our_plugin(plain):
    assert plain.warnings == []
    page = plain.read("fzzf/2022/bgs/index.html")
    assert 'class="md-content"' in page
    assert "5120件</a>" in page
    assert set(plain.pages()) - {"404.html"} == {
        name for name in plain.pages() if name != "404.html" and "<h1" in plain.read(name)
    }


def test_both_builds_have_the_same_pages(site, plain):
    assert set(plain.pages()) == {name for name in site.pages() if not is_made(name)}


def is_made(name):
    """Whether no file of docs/ stands for a page, as for page 2 of a list."""
    return name != "404.html" and not (SAMPLE / "docs" / name).with_suffix(".md").exists()


def test_docs_build_with_the_maintained_fork(tmp_path):
    properdocs = pytest.importorskip("properdocs", reason="ProperDocs is not installed: the canary cannot sing")
    from properdocs.commands.build import build as fork_build
    from properdocs.config import load_config

    assert properdocs
    config = yaml.safe_load((SAMPLE / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"plugins": [], "docs_dir": str(SAMPLE / "docs"), "site_dir": str(tmp_path / "out")}
    (tmp_path / "properdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    logging.getLogger("properdocs").setLevel(logging.ERROR)
    fork_build(load_config(str(tmp_path / "properdocs.yml")))
    assert (tmp_path / "out" / "fzzf" / "2022" / "bgs" / "index.html").is_file()


def test_the_reference_site_builds_with_and_without_our_plugin(tmp_path):
    made, plain = build(ROOT, tmp_path / "out"), stock(ROOT, tmp_path / "stock")
    assert (made.warnings, plain.warnings) == ([], [])
    assert set(made.pages()) - set(plain.pages()) == {
        *("zhangbei/index.html", "search/index.html", "search/2022.html", "search/pinyin-f.html", "ask/index.html"),
    }
    assert set(plain.pages()) <= set(made.pages())
    report = next(page for page in made.pages() if page.startswith("fzzf/2022/") and page.endswith("/index.html"))
    assert made.read(report).count('class="fig"') > 50
    assert "演示站点无" in made.read("index.html")


def test_a_preview_has_no_policy_because_it_reloads_by_an_inline_script(tmp_path):
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    config = load_config(str(SAMPLE / "mkdocs.yml"), site_dir=str(tmp_path / "out"))
    config.plugins.on_startup(command="serve", dirty=False)
    build_site(config)
    assert "Content-Security-Policy" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
