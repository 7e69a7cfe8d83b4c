"""What pages finds: GK601 to GK607."""

from __future__ import annotations

from gongkai.findings import Rule, Severity

EDITED = Rule(
    "GK601",
    "converted-page-edited",
    Severity.WARNING,
    """由报告转换出来的页面被人改过，这次转换没有动它。

    What: 这个页面或数据文件与上次转换写下的不一样。
    Why: 人改过的内容不会被覆盖。但页面与报告从此各走各的，报告更新了它也不会更新。
    Wrong: 在 docs/fzzf/2022/…/index.md 里直接改发布日期或指标名称
    Right: 在 seeds/ 里报告旁边的同名 .yml 文件写：发布日期、标题修正、指标修正（改名、单位、时期、删除、增加），
      再删去页面或用 --force 重新转换。报告没有的键（如 审核）可以直接加在页面的元数据里，转换时会保留。
    """,
)
OCCUPIED = Rule(
    "GK602",
    "address-occupied",
    Severity.ERROR,
    """报告要用的地址上，已经有一个人写的页面。

    What: 这个文件不是转换出来的，却正好在报告页面的位置上。
    Why: 人写的页面不会被覆盖，所以这份报告的这一页没有写出来。
    Wrong: 手写一个 docs/fzzf/2022/yyxrmzfbgs/index.md，而同一机构同一年度的报告也要转换到这里
    Right: 把手写的页面移到别处，或在 seeds/ 里报告旁边的 .yml 文件写一个别的短名
    """,
)
OVERWRITTEN = Rule(
    "GK603",
    "edited-page-overwritten",
    Severity.WARNING,
    """按 --force 的要求，覆盖了人改过的页面，原样留了一份。

    What: 这个页面被人改过，这次用转换结果换掉了它。
    Why: 覆盖是你要求的；改动可能还有用，所以留下副本。
    Wrong: 覆盖以后不看副本，改动就丢了
    Right: 对照副本，把要保留的改动写进 seeds/ 里报告旁边的 .yml 文件
    """,
)
LEFTOVER = Rule(
    "GK604",
    "converted-page-left-over",
    Severity.WARNING,
    """这些页面是从前转换出来的，现在没有报告对应它。

    What: 报告从 seeds/ 里删除了、改了名，或者它的网址变了，旧页面还留在 docs/ 里。
    Why: 旧页面会继续公开，读者会看到两份。但删除公开过的页面要由人决定。
    Wrong: 在 .yml 里改了短名，旧地址的页面留着不管
    Right: 确认旧地址不再需要，用 --prune 转换一次，或自己删去这些文件
    """,
)
ADDRESS_SHARED = Rule(
    "GK605",
    "address-shared",
    Severity.WARNING,
    """两份报告的网址相同。

    What: 同一栏目、同一年度、同一机构有两份报告，按规则得到同一个网址。
    Why: 一个网址只能有一份。程序给后一份加了一串字符，能用，但读者看不懂。
    Wrong: 两份报告都没有写短名
    Right: 在 seeds/ 里后一份报告旁边的 .yml 文件写：短名: yyxrmzfbgs-bcbg
    """,
)
ADDRESS_INCOMPLETE = Rule(
    "GK606",
    "address-incomplete",
    Severity.WARNING,
    """报告没有写明发布机构或年度，网址只能暂定。

    What: 从报告里读不出发布机构或年度，网址用标题的拼音首字母和“未载明年度”代替。
    Why: 网址公开以后不应再变。先补上，再公开。
    Wrong: 标题只写“工作情况报告”，旁边也没有 .yml 文件
    Right: 在 seeds/ 里报告旁边的 .yml 文件写：发布机构: 某县司法局，年度: 2022
    """,
)
HIGHLIGHT_UNKNOWN = Rule(
    "GK607",
    "highlight-unknown",
    Severity.WARNING,
    """重点数据里的名称，报告的指标里没有。

    What: seeds/ 里报告旁边的 .yml 文件写了“重点数据”，其中有的名称不是这份报告的指标。
    Why: 首页按名称找这几项；找不到就不会显示，也没有人发现。
    Wrong: 重点数据: [热线办结]
    Right: 重点数据: [12345热线办结率]，与数据表里的名称一字不差
    """,
)
RULES: tuple[Rule, ...] = (
    EDITED,
    OCCUPIED,
    OVERWRITTEN,
    LEFTOVER,
    ADDRESS_SHARED,
    ADDRESS_INCOMPLETE,
    HIGHLIGHT_UNKNOWN,
)
