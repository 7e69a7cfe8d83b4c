"""Files for machines at the root of the site: sitemap.xml without a clock, robots.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gongkai.web.catalogue import Entry


def sitemap(entries: Iterable[Entry], site_url: str) -> str:
    """sitemap.xml in order of path; lastmod only where 发布日期 is known. Without a domain addresses are relative."""
    places = []
    for item in sorted(entries, key=lambda item: item.src):
        date = f"<lastmod>{item.published}</lastmod>" if item.published else ""
        places.append(f"<url><loc>{escape(site_url + item.url)}</loc>{date}</url>")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + "\n".join(places) + "\n</urlset>\n"


def robots(site_url: str) -> str:
    """robots.txt that lets everything be read."""
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines.append(f"Sitemap: {site_url}sitemap.xml")
    return "\n".join(lines) + "\n"
