"""What is found besides pages and reports: in seeds/ (GK204, GK205), in the site's own words (GK701)."""

from __future__ import annotations

from gongkai.findings import Rule, Severity

STRAY = Rule(
    "GK204",
    "companion-stray",
    Severity.ERROR,
    """报告目录里有一个 .yml 文件，没有报告用到它。

    What: .yml 的名字和旁边的报告不一样，或者不是以小写的 .yml 结尾。
    Why: 程序只认与报告同名的 .yml。名字不对，里面的发布日期和更正就全都没有用上。
    Wrong: seeds/2022.txt 旁边放 seeds/2022.yaml 或 seeds/2022.txt.yml
    Right: seeds/2022.txt 旁边放 seeds/2022.yml
    """,
)
OUTSIDE = Rule(
    "GK205",
    "report-outside",
    Severity.ERROR,
    """报告目录里的文件是一个链接，指向站点以外。

    What: seeds/ 里的文件其实在别的地方，只是一个快捷方式（符号链接）。
    Why: 转换会把那个文件的内容公开出去，可能是不该公开的。
    Wrong: seeds/a.txt 链接到 /etc/passwd
    Right: 把报告文件本身放进 seeds/
    """,
)
VOCABULARY = Rule(
    "GK701",
    "vocabulary-broken",
    Severity.ERROR,
    """本站的词汇文件读不出来，或者有一条写得不对。

    What: mkdocs.yml 里“词汇”指的文件不在，YAML 写错了，或者有一条缺项。
    Why: 读者用自己的说法搜索，靠这些词找到文件；读不出来就不能生成网站。
    Wrong: - {say: 年假, official: 带薪年休假}
    Right: - {say: [年假], official: [带薪年休假], kind: 简称, source: 《职工带薪年休假条例》}
    """,
)
RULES: tuple[Rule, ...] = (STRAY, OUTSIDE, VOCABULARY)
