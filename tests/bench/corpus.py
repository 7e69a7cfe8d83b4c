"""Generated pages to measure with: as many as asked for, always the same, growing in words as real documents do.

`python tests/bench/corpus.py 3708 FOLDER` writes FOLDER/docs and prints how many different words and pairs of
characters it holds. Real legal text of 1.05 million Han characters has about 18,000 words and 85,000 to 89,000 pairs.
Words are put together by chance and mean nothing.
"""

import itertools
import random
import re
import sys
from bisect import bisect
from pathlib import Path

from gongkai.search.vocabulary import vocabulary

HAN = re.compile("[\u4e00-\u9fff]+")
STEEP = 1.05
"""How fast words grow rare: the word of rank n is drawn (n + FLAT) ** -STEEP as often as the first."""
FLAT = 12
TOPIC = 24
"""Words that a page keeps to, in half of its places."""
YEARLY = 3708
"""Pages of a year: what the county of the seed published in 2022."""
COLUMNS = {
    "gongwen": ("县政府公文", "政策文件", "云江府发", 56),
    "guifan": ("规范性文件", "政策文件", "云江府规", 11),
    "huiyi": ("会议信息", "公告", "云江府会", 47),
    "juece": ("重大决策", "公告", "云江府公", 20),
    "dongtai": ("动态信息", "公告", "云江府讯", 753),
    "minsheng": ("民生信息", "通知", "云江府民", 1565),
    "qita": ("其他信息", "通知", "云江府办", 1256),
}
"""Folder -> name, kind of its pages, series of their numbers, pages a year."""
OFFICES = ("公安", "民政", "司法", "财政", "交通", "水利", "教育", "住房城乡建设", "农业农村", "市场监督管理")
AGENCIES = [f"云江县{name}局" for name in OFFICES]
PATTERNS = [
    *("{w}{w}应当{w}{w}", "对{w}{w}{w}进行{w}", "由{a}负责{w}{w}{w}", "{w}{w}、{w}{w}和{w}{w}", "完成{w}{w}{k}项"),
    *(
        "按照{w}{w}的规定{w}{w}",
        "未经{w}{w}不得{w}{w}",
        "推进{w}{w}，{w}{w}{w}",
        "办理{w}{k}件，{w}率{p}",
        "其他{w}，参照{w}{w}{w}",
    ),
]


class Words:
    """Draws words of our vocabulary, few of them often: first those of documents, then those of readers."""

    def __init__(self):
        known = vocabulary()
        official = set(itertools.chain.from_iterable(known.values()))
        self.words = [*_shuffled(official), *_shuffled(set(known) - official)]
        self.until = list(itertools.accumulate((n + FLAT) ** -STEEP for n in range(len(self.words))))
        self.drawn = set()

    def draw(self, chance):
        word = self.words[bisect(self.until, chance.random() * self.until[-1])]
        self.drawn.add(word)
        return word


def _shuffled(words):
    kept = sorted(word for word in words if HAN.fullmatch(word) and 2 <= len(word) <= 6)
    random.Random("words").shuffle(kept)
    return kept


class Writer:
    """Writes pages; the page of a place in a year is the same whatever is written besides."""

    def __init__(self):
        self.words = Words()

    def page(self, folder, year, number):
        chance = random.Random(f"{folder} {year} {number}")
        topic = [self.words.draw(chance) for _ in range(TOPIC)]
        _, kind, series, _ = COLUMNS[folder]
        agency = chance.choice(AGENCIES)
        title = f"{agency}关于{''.join(topic[:2])}工作的{chance.choice(['通知', '公告', '意见', '办法'])}"
        front = {
            "标题": title,
            "类型": kind,
            "发布机构": agency,
            "发文字号": f"{series}〔{year}〕{number}号",
            "发布日期": f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
            "关键词": "，".join(topic[:3]),
        }
        head = "\n".join(f"{key}: {value}" for key, value in front.items())
        return f"---\n{head}\n---\n\n# {title}\n\n{self._body(chance, topic)}"

    def _body(self, chance, topic):
        parts, length, wanted = [], 0, chance.randrange(600, 1501)
        while length < wanted:
            heading = f"## {''.join(chance.sample(topic, 2))}"
            paragraphs = ["".join(self._sentence(chance, topic) for _ in range(chance.randrange(1, 5))) for _ in "12"]
            parts += [heading, *paragraphs]
            length += sum(map(len, [heading, *paragraphs]))
        if chance.random() < 0.2:
            rows = [f"| {chance.choice(topic)} | {chance.randrange(1, 9999)} |" for _ in range(8)]
            parts.append("\n".join(["| 事项 | 数量 |", "| --- | ---: |", *rows]))
        return "\n\n".join(parts) + "\n"

    def _sentence(self, chance, topic):
        clauses = [chance.choice(PATTERNS) for _ in range(chance.randrange(1, 4))]
        return re.sub(r"{(.)}", lambda found: self._filled(found[1], chance, topic), "，".join(clauses)) + "。"

    def _filled(self, what, chance, topic):
        if what == "w":
            return chance.choice(topic) if chance.random() < 0.5 else self.words.draw(chance)
        if what == "a":
            return chance.choice(AGENCIES)
        return f"{chance.randrange(1, 1000) / 10}%" if what == "p" else str(chance.randrange(3, 20000))


def places(count):
    """Folder, year and number of each page: whole years backwards from 2022, each column with its part of them."""
    whole = sum(each[3] for each in COLUMNS.values())
    for year in itertools.count(2022, -1):
        size = min(count, YEARLY)
        if size <= 0:
            return
        left = size
        for folder, (*_, weight) in COLUMNS.items():
            own = left if folder == "qita" else weight * size // whole
            left -= own
            yield from ((folder, year, number) for number in range(1, own + 1))
        count -= size


def write(folder, count):
    """The pages of a site below docs/, with its columns' own pages; the writer, who knows what words it drew."""
    writer, docs = Writer(), folder / "docs"
    for column, year, number in places(count):
        path = docs / column / str(year) / f"{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(writer.page(column, year, number), encoding="utf-8")
    for column, (name, *_) in COLUMNS.items():
        if (docs / column).is_dir():
            (docs / column / "index.md").write_text(f"---\n标题: {name}\n类型: 栏目\n---\n", encoding="utf-8")
    (docs / "index.md").write_text("---\n标题: 首页\n类型: 首页\n---\n", encoding="utf-8")
    return writer


def growth(docs, marks=(100_000, 300_000, 1_050_000, 2_000_000)):
    """Han characters and different pairs of them, whenever so many characters of pages in any order were met."""
    paths = sorted(docs.rglob("*.md"))
    random.Random("order").shuffle(paths)
    pairs, length, left = set(), 0, list(marks)
    for path in paths:
        for run in HAN.findall(path.read_text(encoding="utf-8")):
            length += len(run)
            pairs.update(map("".join, itertools.pairwise(run)))
        if left and length >= left[0]:
            left.pop(0)
            yield length, len(pairs)


def main():
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    writer = write(folder, count)
    print(f"{count:,} pages, {len(writer.words.drawn):,} different words")
    for length, pairs in growth(folder / "docs"):
        print(f"{length:,} Han characters: {pairs:,} different pairs")


if __name__ == "__main__":
    main()
