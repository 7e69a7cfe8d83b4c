"""Serve a built site on this machine only, below the sub-path it was built for, under a strict policy.

404.html says `href="/gk/assets/gongkai.css"` -> the site is served below /gk/.
"""

from __future__ import annotations

import functools
import http.server
import re
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STRICT = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}
"""The strictest policy under which a site of ours must work."""
# href="/gk/assets/gongkai.css"
_SHEET = re.compile(r'href="(?P<prefix>/(?:[^"]*/)?)assets/gongkai\.css"')


def prefix(folder: Path) -> str:
    """The sub-path of the address for which a site was built, with slashes: /gk/."""
    try:
        found = _SHEET.search((folder / "404.html").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        found = None
    return found["prefix"] if found else "/"


@contextmanager
def serve(folder: Path, below: str = "/", headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """The base address, with closing slash, of a folder served below a sub-path."""
    handler = type("Handler", (_Handler,), {"below": below, "extra": headers or {}})
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{below}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Anything that is not below the sub-path is the site's own 404 page."""

    below = "/"
    extra: Mapping[str, str] = {}

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.below)
        return super().translate_path(f"/{path.removeprefix(self.below)}" if inside else "/\0")

    def end_headers(self) -> None:
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's signature
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes early is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)
