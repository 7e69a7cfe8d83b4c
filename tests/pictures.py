"""Pictures of every page kind for people to look at: `python tests/pictures.py [SITE] [INTO]`.

One page of each kind (the class on its body) x desktop, phone, 长辈版, dark, black-yellow and print; the sheets of print
as PDF, too. Nothing here judges; look at every one of them.
"""

import re
import shutil
import sys
from pathlib import Path

from built import SAMPLE, build
from gongkai.inspection import browser, serve
from gongkai.inspection.serving import prefix

# name -> size of the window, address, options of the browser's context
LOOKS = {
    "desktop": ((1280, 900), "", {}),
    "phone": ((360, 740), "", {"has_touch": True, "is_mobile": True}),
    "elder": ((360, 740), "mode=elder", {"has_touch": True, "is_mobile": True}),
    "elder-desktop": ((1280, 900), "mode=elder", {}),
    "dark": ((1280, 900), "", {"color_scheme": "dark"}),
    "black-yellow": ((1280, 900), "scheme=black-yellow", {}),
    "aids": ((1280, 900), "aids=open", {}),
    "print": ((794, 1123), "", {}),
}
_KIND = re.compile(r'<body class="(?P<kind>[\w-]+)')


def kinds(site):
    """The first page of each kind, and states of documents that look different."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        kind = _KIND.search(text)
        if kind:
            state = re.search(r'class="banner (?P<state>[\w-]+)', text)
            found.setdefault(f"{kind['kind']}-{state['state']}" if state else kind["kind"], path.relative_to(site))
    return found


def take(running, base, into, name, page):
    for look, (size, query, options) in LOOKS.items():
        context = running.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        tab = context.new_page()
        tab.goto(f"{base}{page.as_posix()}{'?' if query else ''}{query}")
        if look == "print":
            tab.emulate_media(media="print")
            tab.pdf(path=into / f"{name}-print.pdf", prefer_css_page_size=True)
        tab.wait_for_timeout(250)
        tab.screenshot(path=into / f"{name}-{look}.png", full_page=True)
        context.close()


def main():
    into = Path(sys.argv[2] if len(sys.argv) > 2 else "pictures")
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else build(SAMPLE, into / "site").folder
    with browser() as running, serve(site, prefix(site)) as base:
        for name, page in kinds(site).items():
            take(running, base, into, name, page)
            print(f"{name}: {page}")


if __name__ == "__main__":
    main()
