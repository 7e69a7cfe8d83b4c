"""Settings of a site, from the `gongkai` plugin block of mkdocs.yml, typed and checked.

`plugins: [{gongkai: {站点: {地区: 云江县}}}]` -> Settings(site=Site(region="云江县")). An unknown key is an error
that names the nearest known one. Keys are Chinese; the English field names are accepted too.
"""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - pydantic reads the annotation
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gongkai.errors import SettingsError, nearest


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, str_strip_whitespace=True)


class Site(_Model):
    """站点: who runs the site. What is not set is printed as not set, never made up (ZY-08)."""

    region: str = Field("", alias="地区")
    """The place whose government publishes here: 云江县."""
    host: str = Field("", alias="主办单位")
    operator: str = Field("", alias="承办单位")
    site_code: str = Field("", alias="网站标识码")
    icp: str = Field("", alias="备案号")
    police_record: str = Field("", alias="公安备案号")
    contact: str = Field("", alias="联系方式")
    hotline: str = Field("12345", alias="热线")
    demo: bool = Field(default=False, alias="演示站点")
    """True puts the strip 示例站点 on every page."""
    notice: str = Field("", alias="演示说明")
    """The words of that strip."""
    version: str = Field("", alias="内容版本")
    """Printed in the footer; no clock is read."""


class Column(_Model):
    """栏目: one entry of the navigation, in the order of the settings."""

    name: str = Field(alias="名称")
    folder: str = Field(alias="目录")
    """Folder below docs/: fzzf."""
    about: str = Field("", alias="说明")
    """One line on what it holds."""
    keywords: str = Field("", alias="关键词")
    kind: str = Field("", alias="类别")
    """ColumnType of the META tags (BQ-07)."""


class Settings(_Model):
    """All of it."""

    site: Site = Field(default_factory=lambda: Site.model_validate({}), alias="站点")
    columns: tuple[Column, ...] = Field((), alias="栏目")
    seeds: str = Field("seeds", alias="报告目录")
    """Folder of the reports as received, relative to mkdocs.yml."""
    data: str = Field("data", alias="数据目录", pattern=r"^[a-z0-9]+([-/][a-z0-9]+)*$")
    """Folder below docs/ for the data of all reports together."""
    vocabulary: str = Field("", alias="词汇")
    """The site's own words for search: a file as lexicon/vocabulary/*.yml, relative to mkdocs.yml."""


class Project(BaseModel):
    """mkdocs.yml as far as we need it, with the folder that holds it."""

    model_config = ConfigDict(frozen=True)

    root: Path
    site_name: str
    docs: Path
    output: Path
    settings: Settings
    inputs: tuple[Path, ...] = ()
    """Further files and folders that a build reads: theme.custom_dir, hooks, 词汇."""

    @property
    def seeds(self) -> Path:
        """Where the reports lie."""
        return self.root / self.settings.seeds

    @property
    def vocabulary(self) -> Path | None:
        """The site's own words for search, when it has some."""
        return self.root / self.settings.vocabulary if self.settings.vocabulary else None

    @property
    def cache(self) -> Path:
        """Where state that can be thrown away lies."""
        return self.root / ".cache"


class _AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml though it names Python objects; these we do not need."""


_AnyTag.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def project(config: Path) -> Project:
    """The project of a mkdocs.yml. SettingsError when it is missing, broken, or has a key we do not know."""
    try:
        text = config.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(f"{config}：没有这个文件。请在站点目录里运行，或用 --config 指明 mkdocs.yml。") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{config}：读不出来（{error}）。请存成 UTF-8 编码。") from None
    try:
        raw = yaml.load(text, _AnyTag)  # noqa: S506 - a SafeLoader that drops every tag
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SettingsError(f"{config}:{line}：YAML 写法有误。请检查这一行的缩进、冒号和引号。") from None
    except yaml.YAMLError:
        raise SettingsError(f"{config}：含有 YAML 不允许的字符。请删去不可见字符。") from None
    if not isinstance(raw, dict):
        raise SettingsError(f"{config}：内容应当是一行一个“键: 值”。")
    if "INHERIT" in raw:
        raise SettingsError(f"{config}：不能用 INHERIT。把上一级文件里的设置写进这个文件。")
    found = _project(raw, config)
    _need_own_places(found, config)
    return found


def _project(raw: dict[str, Any], config: Path) -> Project:
    root = config.resolve().parent
    theme, hooks = raw.get("theme"), raw.get("hooks")
    extra = [theme.get("custom_dir")] if isinstance(theme, dict) else []
    extra += hooks if isinstance(hooks, list) else []
    checked = settings(_plugin_block(raw), str(config))
    return Project(
        root=root,
        site_name=str(raw.get("site_name") or "政务公开"),
        docs=root / str(raw.get("docs_dir") or "docs"),
        output=(root / str(raw.get("site_dir") or "site")).resolve(),
        settings=checked,
        inputs=tuple(root / str(path) for path in [*extra, checked.vocabulary] if path),
    )


def _need_own_places(found: Project, config: Path) -> None:
    """Each folder in a place of its own: docs/ and seeds/ within the project, site/ where nothing of ours lies."""
    for name, folder in (("docs_dir", found.docs), ("报告目录", found.seeds)):
        place = folder.resolve()
        if not place.is_relative_to(found.root) or place == found.root:
            raise SettingsError(f"{config}：“{name}”（{folder}）应当是站点里的一个子文件夹。")
    for folder in (found.root, found.docs.resolve(), found.seeds.resolve(), found.cache):
        inside = found.output.is_relative_to(folder) and folder != found.root
        if folder.is_relative_to(found.output) or inside:
            raise SettingsError(
                f"{config}：“site_dir”（{found.output}）与 {folder} 重叠，生成网站会毁掉原来的内容。"
                "请改成一个单独的文件夹，如 site。"
            )


def settings(block: dict[str, Any], where: str) -> Settings:
    """Checked settings of the plugin block; SettingsError names `where`, the key, the flaw and the cure."""
    try:
        return Settings.model_validate(block)
    except ValidationError as error:
        raise SettingsError("\n".join(_complaint(where, fault) for fault in error.errors())) from None


def _plugin_block(raw: dict[str, Any]) -> dict[str, Any]:
    plugins = raw.get("plugins") or []
    entries = list(plugins.items()) if isinstance(plugins, dict) else plugins
    for entry in entries if isinstance(entries, list) else []:
        name, block = (
            entry
            if isinstance(entry, tuple)
            else next(iter(entry.items()), ("", None))
            if isinstance(entry, dict)
            else (entry, None)
        )
        if name == "gongkai":
            return block or {}
    return {}


def _complaint(where: str, fault: Any) -> str:
    path = [str(part) for part in fault["loc"]]
    key = " › ".join(path)
    if fault["type"] == "extra_forbidden":
        return f"{where}：gongkai 设置里没有“{key}”这一项{nearest(path[-1], _known(path[:-1]))}请改正或删去。"
    flaw = {
        "missing": "缺少这一项，请补上",
        "string_pattern_mismatch": "只用小写字母、数字、连字符，如 data",
        "string_type": "应当是文字，数字请加引号",
        "bool_parsing": "应当是 true 或 false",
        "bool_type": "应当是 true 或 false",
        "tuple_type": "应当是列表，每项以“- ”开头",
        "model_type": "应当是一行一个“键: 值”",
        "model_attributes_type": "应当是一行一个“键: 值”",
    }.get(fault["type"], "值不对，请对照 README 的设置一节")
    return f"{where}：gongkai 设置的“{key}”{flaw}。"


_MODELS: dict[str, type[_Model]] = {"站点": Site, "site": Site, "栏目": Column, "columns": Column}


def _known(path: list[str]) -> list[str]:
    """The keys that may stand at a place of the settings."""
    model = _MODELS.get(path[0], Settings) if path else Settings
    return [field.alias or name for name, field in model.model_fields.items()]
