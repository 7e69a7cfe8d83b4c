"""首页: the first page of the site."""

from __future__ import annotations

from gongkai.content.item import Item


class Home(Item):
    """The home page; its lists are made when the site is built."""

    label = "首页"
    about = "网站首页"
