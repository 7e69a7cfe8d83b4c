"""A server that counts what goes over the wire: gzip -6 for text, nothing kept by the browser; on demand as slow as a
line of so many bits a second with so much delay."""

import gzip
import http.server
import threading
import time
from contextlib import contextmanager
from functools import cache
from urllib.parse import unquote, urlsplit

TEXT = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
}
"""What servers pack; files of other kinds are packed already or cannot be."""


class Server(http.server.ThreadingHTTPServer):
    """`log` holds (address, bytes of the body as sent) of each answer; `line` is (bits a second, seconds of delay)."""

    blank = "/blank.html"
    """A page without anything, for engines that our pages' policy would not let run."""

    daemon_threads = True

    def __init__(self, folder):
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.log, self.line = folder, [], None
        self.wire = threading.Lock()
        self.body = cache(self._body)

    def _body(self, path):
        data = b"<!doctype html><title>-</title>" if path.name == self.blank[1:] else path.read_bytes()
        return gzip.compress(data, 6) if path.suffix in TEXT else data

    def travel(self, size):
        """Wait as long as the line needs; answers share its width."""
        if self.line:
            bits, delay = self.line
            time.sleep(delay)
            with self.wire:
                time.sleep(size * 8 / bits)

    def handle_error(self, request, client_address):
        """A browser that closes early is no news."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # head and body leave together: else each answer waits 40 ms for the browser's acknowledgement
    wbufsize = -1
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self):
        address = unquote(urlsplit(self.path).path)
        path = self.server.folder / address.lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        known = address == self.server.blank or path.is_file()
        body = self.server.body(path) if known else b""
        self.server.log.append((address, len(body)))
        self.server.travel(len(body))
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", TEXT.get(path.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        if known and path.suffix in TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *given):
        """Say nothing."""


@contextmanager
def serving(folder):
    """A running server of a folder and its base address."""
    server = Server(folder)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server, f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
