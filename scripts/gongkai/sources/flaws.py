"""What can be wrong with a file that was handed in, with an example each: GK101 to GK109."""

from __future__ import annotations

from gongkai.findings import Rule, Severity

UNREADABLE = Rule(
    "GK101",
    "source-unreadable",
    Severity.ERROR,
    """文件打不开。

    What: 给的不是一个能打开的文件：不存在、是文件夹、没有读取权限，或磁盘出错。
    Why: 打不开就没有内容可转换。
    Wrong: seeds/2022年报告/（文件夹）
    Right: seeds/2022年报告.txt
    """,
)
UNKNOWN_TYPE = Rule(
    "GK102",
    "source-type-unknown",
    Severity.ERROR,
    """文件类型不认识。

    What: 扩展名不是 .txt。
    Why: 目前只读纯文本。Word、WPS、PDF 要先另存为纯文本。
    Wrong: seeds/2022年报告.docx
    Right: seeds/2022年报告.txt
    """,
)
EMPTY = Rule(
    "GK103",
    "source-empty",
    Severity.ERROR,
    """文件是空的。

    What: 文件里没有字，或只有空格和空行。
    Why: 空文件会生成空页面。多半是另存时出了错。
    Wrong: 0 字节的 2022年报告.txt
    Right: 有正文的 2022年报告.txt
    """,
)
TOO_LONG = Rule(
    "GK104",
    "source-too-long",
    Severity.ERROR,
    """文件太长。

    What: 文件超过 5 MB，或超过二百万字。
    Why: 一份报告不会这么长，多半是误把别的文件或许多份报告存成了一个。
    Wrong: 历年报告合订本.txt（12 MB）
    Right: 一份报告一个文件
    """,
)
BINARY = Rule(
    "GK105",
    "source-binary",
    Severity.ERROR,
    """不是纯文本文件。

    What: 扩展名是 .txt，内容却是 Word、PDF、图片、压缩包，或含有空字符。
    Why: 改扩展名不会改变文件内容，这样的文件读不出文字。
    Wrong: 把 报告.docx 改名为 报告.txt
    Right: 在 Word 或 WPS 里打开，另存为“纯文本（*.txt）”，编码选 UTF-8
    """,
)
UNDECODABLE = Rule(
    "GK106",
    "source-undecodable",
    Severity.ERROR,
    """编码读不出来。

    What: 文件既不是 UTF-8，也不是 GB18030（含 GBK、GB2312），也没有 UTF-16 标记；或者文件被截断、拼接过。
    Why: 猜着读会出现乱码，公开出去就是错字。
    Wrong: 一半是 GBK、一半是 UTF-8 的文件
    Right: 用记事本打开原件，看着没有乱码，另存为 UTF-8
    """,
)
GUESSED = Rule(
    "GK107",
    "source-encoding-guessed",
    Severity.WARNING,
    """编码是猜的。

    What: 文件没有编码标记，按最像的一种读了，但不能肯定。
    Why: 猜错了会有乱码。请人看一眼读出来的文字。
    Wrong: 只有几个字的 GBK 文件
    Right: 存成 UTF-8 编码的文件
    """,
)
CONTROL = Rule(
    "GK108",
    "source-control-character",
    Severity.ERROR,
    """含有看不见的控制字符。

    What: 文字里夹着退格、响铃一类控制字符。它们不显示，多半是从 PDF 或旧系统复制时带进来的。
    Why: 网页和数据文件不允许这类字符。
    Wrong: 办结率<U+0007>达98.8%
    Right: 办结率达98.8%
    """,
)
DAMAGED = Rule(
    "GK109",
    "source-damaged-character",
    Severity.WARNING,
    """有字已经损坏。

    What: 文字里有替代符“�”，说明某次转换编码时有字丢了。
    Why: 丢的字要对照原件补上，程序补不了。
    Wrong: 办结率达98.8%，先后两�获市级通报表扬
    Right: 办结率达98.8%，先后两次获市级通报表扬
    """,
)
RULES = (UNREADABLE, UNKNOWN_TYPE, EMPTY, TOO_LONG, BINARY, UNDECODABLE, GUESSED, CONTROL, DAMAGED)
