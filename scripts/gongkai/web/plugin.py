"""The MkDocs plugin: our templates before Material's, our Markdown rules, and what each page's template is given."""

from __future__ import annotations

import logging
import posixpath
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

from gongkai import audited
from gongkai.anchors import heading_id
from gongkai.errors import SettingsError
from gongkai.search import making
from gongkai.search.vocabulary import VocabularyError, vocabulary
from gongkai.settings import Settings, settings
from gongkai.web import (
    assets,
    browse,
    elder,
    indicators,
    links,
    lists,
    outputs,
    qr,
    questions,
    runs,
    searching,
    shipped,
    unfit,
    validity,
)
from gongkai.web.abbreviations import ChineseAbbreviations
from gongkai.web.article import Article, article
from gongkai.web.catalogue import Catalogue, Entry, Kind, entry
from gongkai.web.deadlinks import DeadLinks
from gongkai.web.rawhtml import RawHtml
from gongkai.web.view import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from gongkai.rows import Row

THEME = Path(__file__).parent / "theme"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"
log = logging.getLogger("mkdocs.plugins.gongkai")


class GongkaiPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """One object serves all builds of a preview; `on_config` begins each anew."""

    def __init__(self) -> None:
        self._options: dict[str, Any] = {}
        self._serving = False
        self.tick: Callable[[int, int], None] = lambda _done, _whole: None
        """Told how many steps of how many are done: two a page, converting and writing."""
        self._maker: making.Maker | None = None
        self.converting = ""
        """The page whose Markdown is being converted: docs/ is blamed for what goes wrong meanwhile."""

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[list[Any], list[Any]]:
        """Keep the settings as written; they are checked when a build begins, so that the complaint is Chinese."""
        self._options = options
        self._file = config_file_path or "mkdocs.yml"
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """A preview runs MkDocs' own inline script and so cannot have our policy."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the settings, put our theme first, teach Markdown our rules."""
        self._settings = _checked(self._options, self._file)
        self._words = _words(self._settings.vocabulary, config)
        self._rows: dict[str, Sequence[Row]] = {}
        self._articles: dict[str, Article] = {}
        self._bodies: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._stop()
        self._raw, self._dead = RawHtml(), DeadLinks()
        self.converting = ""
        self._done = 0
        own = str(THEME)
        if own not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, own)
        config.theme.static_templates -= {"sitemap.xml"}
        config.use_directory_urls = False
        config.markdown_extensions += [self._raw, self._dead, ChineseAbbreviations()]  # type: ignore[list-item]
        config.mdx_configs.setdefault("toc", {}).update(slugify=heading_id, permalink=False)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what may not be published, learn what pages there are, add what machines read."""
        for line in shipped.leave_out(files, config, THEME):
            log.warning("%s", line)
        entries = [self._entry(file) for file in files.documentation_pages()]
        self._catalogue = Catalogue.of(entries, self._settings.columns)
        taken = [file.src_uri for file in files]
        self._add(files, config, [elder.page(self._catalogue.entries.values())])
        self._listings = lists.listings(self._catalogue, taken)
        self._shelves = browse.shelves(self._catalogue, self._listings, taken)
        listed = [listing.entry for listing in self._listings.values() if listing.entry.kind is Kind.LIST]
        found = searching.page(self._catalogue.entries.values())
        self._add(files, config, [*listed, found, *(self._shelves.entries if found else [])])
        self._add(files, config, [questions.page(self._catalogue)])
        for address, text in assets.files().items():
            _put(files, File.generated(config, address, content=text))
        files.append(File.generated(config, "robots.txt", content=outputs.robots(config.site_url or "")))
        files.append(File.generated(config, "sitemap.xml", content=self._sitemap(config.site_url or "")))
        self._site = Site(
            config.site_name,
            config.site_url or "",
            self._settings,
            self._catalogue,
            self._rows_beside,
            _sizes(files),
            self._audit,
            self._listings,
            self._shelves,
        )
        self._docs = Path(config.docs_dir)
        config.nav = _navigation(self._catalogue)
        config.validation.nav.omitted_files = logging.DEBUG
        if self._catalogue.search:
            self._numbers = searching.numbers(self._catalogue.entries.values())
            folder = Path(config.site_dir) / searching.FOLDER
            self._maker = making.begin(self._words, folder, len(self._numbers))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """The body as our own front-matter reader cut it."""
        self._step()
        item = self._catalogue.entries[page.file.src_uri]
        self.converting = item.src
        page.meta = dict(item.meta) | {"title": item.title, "template": f"{item.kind.value}.html"}
        return self._bodies.pop(item.src, markdown)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """The content made safe and accessible."""
        item = self._catalogue.entries[page.file.src_uri]
        made = article(html, item, self._rows_beside(item), lambda address: self._size(item, address))
        for what in [*map(unfit.tag, self._raw.shown()), *made.removed]:
            log.warning("%s：%s", item.src, what)
        for address in self._dead.met():
            log.warning("%s：地址 %s 读不出来，链接已改成文字。", item.src, address[:40])
        # held until its page is written; only search reads its passages
        self._articles[item.src] = replace(made, passages=())
        if self._maker and item.url in self._numbers:
            rows, number = self._rows_beside(item), self._numbers[item.url]
            self._maker.add(searching.record(item, self._catalogue, made.passages, rows, number))
        self.converting = ""
        return made.lead + made.body

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Everything that a template prints is escaped unless it is our own HTML; all pages are converted by now."""
        if self._maker:
            with _told():
                self._maker.finish()
        env.autoescape = True
        env.trim_blocks = env.lstrip_blocks = True
        env.filters["html"] = Markup
        env.filters["kept"] = runs.kept
        env.filters["typed"] = links.typed
        env.filters["qr"] = qr.picture
        env.filters["state"], env.filters["since"] = validity.state, validity.since
        env.globals["policy"] = "" if self._serving else POLICY
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Any,  # noqa: ARG002
    ) -> TemplateContext:
        """What the page's template is given."""
        self._step()
        item = self._catalogue.entries[page.file.src_uri]
        context.update(self._site.page(item, self._articles.pop(item.src), page.toc))  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,  # noqa: ARG002
    ) -> TemplateContext:
        """The 404 page has the frame of all others."""
        context.update(self._site.frame(None))  # type: ignore[typeddict-item]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """What was written is held no longer: a site may have tens of thousands of pages."""
        page.markdown = page.content = None
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """The files that search reads are there."""
        if self._maker:
            with _told():
                self._maker.wait()
            self._maker = None

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """No process outlives a build that failed."""
        self._stop()

    def on_shutdown(self) -> None:
        """Nor one that was interrupted."""
        self._stop()

    def _stop(self) -> None:
        if self._maker:
            self._maker.stop()
            self._maker = None

    def _add(self, files: Files, config: MkDocsConfig, items: Sequence[Entry | None]) -> None:
        """Pages that no file of docs/ stands for."""
        made = [item for item in items if item]
        for item in made:
            files.append(File.generated(config, item.src, content=""))
            self._bodies[item.src] = ""
        if made:
            self._catalogue = Catalogue.of([*self._catalogue.entries.values(), *made], self._settings.columns)

    def _sitemap(self, site_url: str) -> str:
        return outputs.sitemap(self._catalogue.entries.values(), site_url)

    def _step(self) -> None:
        self._done += 1
        self.tick(self._done, 2 * len(self._catalogue.entries))

    def _entry(self, file: File) -> Entry:
        try:
            text = file.content_string
        except UnicodeDecodeError:
            raise PluginError(f"{file.src_uri}：这个文件不是 UTF-8 编码。请用记事本另存为 UTF-8。") from None
        item, front, fault = entry(file.src_uri, file.url, text)
        if fault:
            log.warning("%s:%s：开头的信息读不出来（%s）。", file.src_uri, fault.line, fault.what)
        self._bodies[item.src] = front.body
        return item

    def _rows_beside(self, item: Entry) -> Sequence[Row]:
        if item.folder not in self._rows:
            self._rows[item.folder] = indicators.beside(self._docs / item.src)
        return self._rows[item.folder]

    def _audit(self, item: Entry) -> audited.Record | None:
        path = (self._docs / item.src).with_name(audited.FILE)
        if not path.is_file():
            return None
        try:
            return audited.record(path.read_bytes().decode("utf-8-sig"))
        except (UnicodeDecodeError, audited.RecordError):
            log.warning("%s：检测记录 %s 读不出来，页面上写“还没有检测”。", item.src, audited.FILE)
            return None

    def _size(self, item: Entry, address: str) -> int | None:
        return self._site.files.get(posixpath.normpath(posixpath.join(item.folder, address)))


@contextmanager
def _told() -> Iterator[None]:
    """MkDocs is told that the index could not be made."""
    try:
        yield
    except making.MakingError as error:
        raise PluginError(f"{error}。") from None


def _checked(options: dict[str, Any], file: str) -> Settings:
    try:
        return settings(options, file)
    except SettingsError as error:
        raise PluginError(str(error)) from None


def _words(own: str, config: MkDocsConfig) -> Mapping[str, tuple[str, ...]]:
    """Readers' words, those of the site first; a preview starts anew when their file changes."""
    paths = [Path(config.config_file_path or "mkdocs.yml").parent / own] if own else []
    config.watch += [str(path) for path in paths if path.is_file()]
    try:
        return vocabulary(*paths)
    except VocabularyError as error:
        raise PluginError(f"{error}。") from None


def _put(files: Files, file: File) -> None:
    """Add a file; it takes the place of one that has its address."""
    there = files.get_file_from_path(file.src_uri)
    if there:
        files.remove(there)
    files.append(file)


def _sizes(files: Files) -> dict[str, int]:
    found = {}
    for file in files:
        left_out = file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
        if not file.is_documentation_page() and file.abs_src_path and not left_out:
            found[unquote(file.url)] = Path(file.abs_src_path).stat().st_size
    return found


def _navigation(catalogue: Catalogue) -> list[dict[str, str]]:
    home = [{"首页": "index.md"}] if "index.md" in catalogue.entries else []
    columns = [(column.name, catalogue.index_of(column)) for column in catalogue.columns]
    return home + [{name: index.src} for name, index in columns if index]
