"""What may not be in a page, said to those who wrote it: what it is, and what to write instead.

`<img src="a.png">` -> 有 HTML 代码 <img>，读者会看到代码本身 · 图片写成 ![图上是什么](图片.png)
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from gongkai import words
from gongkai.findings import Rule, Severity

HTML = Rule(
    "GK510",
    "html-in-text",
    Severity.WARNING,
    """页面里写了 HTML 代码。

    What: 正文里有 <div>、<img>、<br> 这样的 HTML 代码，或者花括号里有不认识的属性。
    Why: HTML 能让网页运行别人的程序，所以本站不用：代码照原样显示给读者，花括号里的属性去掉。代码示例里的不算。
    Wrong: <img src="dating.png">
    Right: ![政务大厅](dating.png)
    """,
)
ADDRESS = Rule(
    "GK511",
    "address-refused",
    Severity.ERROR,
    """链接的地址不能用。

    What: 链接的地址以 javascript:、data:、file: 等开头。
    Why: 这样的地址会运行程序，或者只在写的人的电脑上有。生成网站时去掉，读者点不了。
    Wrong: [打印](javascript:print())
    Right: [报名表](baoming.docx)
    """,
)
PICTURE = Rule(
    "GK512",
    "picture-refused",
    Severity.ERROR,
    """图片不在本站。

    What: 图片的地址是别的网站，或者图片写在地址里（data:）。
    Why: 读者的浏览器不会去别的网站取图，别的网站也不会知道谁看了这一页。图片改成了文字或链接。
    Wrong: ![大厅](https://example.com/dating.png)
    Right: ![大厅](dating.png)
    """,
)
NESTED = Rule(
    "GK513",
    "nested-too-deep",
    Severity.ERROR,
    """列表、引用或星号套得太深。

    What: 列表一层套一层，或者一行里有很多星号、方括号，页面转换不了。
    Why: 有这样的一页，整个网站都生成不了。
    Wrong: 一行写 300 个“* ”
    Right: 列表最多套三四层
    """,
)
RULES: tuple[Rule, ...] = (HTML, ADDRESS, PICTURE, NESTED)
_SHOWN = 40
# browsers skip blanks and control characters in a scheme: java\tscript:
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0]+")


@dataclass(frozen=True, slots=True)
class Unfit:
    """One thing that was taken out of a page or shows otherwise than meant."""

    rule: Rule
    written: str
    """What to look for in the Markdown: <img · javascript:alert(1) · onclick; empty when it is no word."""
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.what}。改法：{self.mend}。"

    def lines(self, text: str) -> list[int]:
        """Lines of a text that hold it, from 1; entities are read, blanks and case do not count."""
        wanted = tight(self.written).lower()
        held = (
            number for number, line in enumerate(text.split("\n"), 1) if wanted in tight(html.unescape(line)).lower()
        )
        return list(held) if wanted else []


def tag(name: str) -> Unfit:
    """HTML code by the name of its element, img or /div."""
    plain = name.strip("/!?").lower()
    mend = next(entry["mend"] for entry in words.load("html")["tags"] if re.fullmatch(entry.expression, plain))
    return Unfit(HTML, f"<{name}", f"有 HTML 代码 <{name}>，读者会看到代码本身", mend)


def attribute(name: str) -> Unfit:
    """An attribute in braces."""
    return Unfit(HTML, name, f"花括号里的 {name} 不能用，已去掉", f"删去花括号里的 {name}")


def address(written: str) -> Unfit:
    """A link's address that is of no use to readers."""
    mend = "改成网址（https://）、电话（tel:）、邮箱（mailto:）或本站文件的地址，或者去掉链接只留文字"
    return Unfit(ADDRESS, written, f"链接的地址 {written[:_SHOWN]} 不能用，读者点不了", mend)


def picture(written: str) -> Unfit:
    """A picture that is not a file of the site."""
    mend = "把图片存成文件，放在页面旁边，写成 ![图上是什么](图片.png)"
    return Unfit(PICTURE, written, f"图片 {written[:_SHOWN]} 不在本站，读者看不到", mend)


def nested() -> Unfit:
    """A page too deep to be converted."""
    return Unfit(NESTED, "", "这一页的列表、引用或星号套得太深，转换不了", "减少层次，列表最多套三四层")


def tight(text: str) -> str:
    """A text less the characters that browsers skip in an address."""
    return _IGNORED.sub("", text)
