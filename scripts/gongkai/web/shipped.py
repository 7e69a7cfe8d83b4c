"""Which files reach the site: pages and attachments of docs/ and our theme's own, nothing that acts in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.active import is_active
from gongkai.strays import leaves, link

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def leave_out(files: Files, config: MkDocsConfig, theme: Path) -> list[str]:
    """Take out what may not be published; what was taken out of docs/, in Chinese."""
    docs = Path(config.docs_dir)
    told = []
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        name, why = _fault(docs / file.src_uri, docs)
        if why:
            files.remove(file)
            if not file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
                told.append(f"{name}：{why}，没有放进网站。")
    files.add_files_from_theme(config.theme.get_env(), config)
    _leave_out_engine(files, config, theme)
    return list(dict.fromkeys(told))


def _fault(path: Path, docs: Path) -> tuple[str, str]:
    """The file or link that may not be published, and why not; an empty reason when it may."""
    name = path.relative_to(docs).as_posix()
    if leaves(path, docs):
        return link(path, docs).relative_to(docs).as_posix(), "这个符号链接指向 docs/ 以外"
    if not path.is_file():
        return name, "这个符号链接指向的文件不存在"
    return name, "这类文件能在读者的浏览器里运行" if is_active(path) else ""


def _leave_out_engine(files: Files, config: MkDocsConfig, theme: Path) -> None:
    """No file of Material reaches the site."""
    kept = {str(theme), config.theme.custom_dir, config.docs_dir}
    for file in list(files):
        if file.src_dir is not None and file.src_dir not in kept:
            files.remove(file)
