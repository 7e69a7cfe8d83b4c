"""What a converted page says of its making, and whether it still holds: 源校验, 正文校验, 数据校验.

Written anew from the format's description, not from the code that writes it, so that a fault of the writer shows.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gongkai.checks.docs import Docs, Page


@dataclass(frozen=True, slots=True)
class Derived:
    """A page that convert made."""

    page: Page
    source_file: str
    source_sha256: str
    body_sha256: str
    data: Mapping[str, str]
    """Checksums of the data files beside it, by name."""

    @property
    def body_holds(self) -> bool:
        """Whether the body is as it was written; line ends and blanks at its end do not count."""
        return self.body_sha256 == checksum(self.page.front.body.rstrip().encode())


def checksum(data: bytes) -> str:
    """The digest of bytes, Windows line ends read as plain ones: sha256:9f…"""
    return "sha256:" + hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def derived_pages(docs: Docs, paths: frozenset[str] | None) -> Iterator[Derived]:
    """The chosen pages that convert made."""
    for page in docs.chosen(paths):
        values = page.front.values
        if "正文校验" in values:
            data = values.get("数据校验")
            yield Derived(
                page,
                str(values.get("源文件", "")),
                str(values.get("源校验", "")),
                str(values["正文校验"]),
                data if isinstance(data, dict) else {},
            )
