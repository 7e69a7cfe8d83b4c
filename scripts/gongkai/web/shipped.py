"""Which files reach the site: pages and attachments of docs/ and our theme's own, nothing that acts in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.active import is_active

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


def leave_out(files: Files, config: MkDocsConfig, theme: Path) -> list[str]:
    """Take out what may not be published; what was taken out of docs/, in Chinese."""
    told = []
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        why = _fault(file)
        if why:
            files.remove(file)
            if not file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
                told.append(f"{file.src_uri}：{why}，没有放进网站。")
    files.add_files_from_theme(config.theme.get_env(), config)
    _leave_out_engine(files, config, theme)
    return told


def _fault(file: File) -> str:
    """Why a file of docs/ may not be published; empty when it may."""
    return "这类文件能在读者的浏览器里运行" if is_active(Path(str(file.abs_src_path))) else ""


def _leave_out_engine(files: Files, config: MkDocsConfig, theme: Path) -> None:
    """No file of Material reaches the site."""
    kept = {str(theme), config.theme.custom_dir, config.docs_dir}
    for file in list(files):
        if file.src_dir is not None and file.src_dir not in kept:
            files.remove(file)
