"""Find and start Chromium: with CHROMIUM=/usr/bin/chromium `browser()` yields a running one, driven by Playwright."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.errors import GongkaiError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome")
_PLACES = {
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ),
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
}
"""Where browsers lie that are on no PATH."""
_FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    # no request leaves this machine
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    *("--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--font-render-hinting=none"),
]
_PACKAGES = {"playwright": "playwright", "axe_playwright_python": "axe-playwright-python"}


class InspectionError(GongkaiError):
    """The site cannot be inspected on this machine."""


def need() -> str:
    """The path of the browser; InspectionError says what is missing and the command that installs it."""
    missing = [package for module, package in _PACKAGES.items() if find_spec(module) is None]
    if missing:
        raise InspectionError(_not_installed(missing))
    return _executable()


def axe_source() -> str:
    """The text of axe, as it lies in the package axe-playwright-python."""
    found = find_spec("axe_playwright_python")
    if not found or not found.origin:
        raise InspectionError(_not_installed(["axe-playwright-python"]))
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@contextmanager
def browser() -> Iterator[Browser]:
    """A running Chromium that lets no request leave this machine; it may be used in the thread that entered."""
    path = need()
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as play:
        try:
            running = play.chromium.launch(executable_path=path, args=_FLAGS)
        except Error as error:
            raise InspectionError(
                f"{path} 启动不了（{_first_line(error)}）。请换一个浏览器，用 CHROMIUM 指明。"
            ) from None
        try:
            yield running
        finally:
            running.close()


@contextmanager
def complaints() -> Iterator[None]:
    """What the browser complains of as an InspectionError."""
    from playwright.sync_api import Error

    try:
        yield
    except Error as error:
        raise InspectionError(f"浏览器中途停了（{_first_line(error)}）。请再运行一次。") from None


def _executable() -> str:
    asked = os.environ.get("CHROMIUM")
    if asked:
        found = shutil.which(asked)
        if not found:
            raise InspectionError(f"CHROMIUM 指的 {asked} 不存在或不能运行。请改成浏览器程序的路径。")
        return found
    on_path = (shutil.which(name) for name in _NAMES)
    elsewhere = (place for place in _PLACES.get(sys.platform, ()) if Path(place).is_file())
    found = next(filter(None, [*on_path, *elsewhere]), None)
    if not found:
        raise InspectionError(
            "没有找到 Chromium、Chrome 或 Edge 浏览器。Debian、Ubuntu 上请运行："
            "apt-get install chromium fonts-noto-cjk；装在别处的，用环境变量 CHROMIUM 指明程序的路径。"
        )
    return found


def _not_installed(packages: list[str]) -> str:
    command = f"{sys.executable} -m pip install {' '.join(packages)}"
    return f"检测要用到 {'、'.join(packages)}，还没有安装。请运行：{command}"


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:120]
