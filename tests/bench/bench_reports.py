"""How long reading and converting take, as ratios and CPU milliseconds of this machine: `make bench`.

Prints a Markdown table: the seed's report read; growth when a text is ten times as long, for texts made to be slow;
1,000 reports converted with the memory at the peak. Nothing here can fail a test run: machines differ.
"""

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gongkai import extract, parse, sources

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_08dcf3201d913eac.txt"

MONSTERS = {
    "one line of digits": lambda n: "1" * n,
    "one line of words and numbers": lambda n: ("办结率达98.8%，" * (n // 9 + 1))[:n],
    "headings only": lambda n: "".join(f"（{i % 9 + 1}）情况{i}\n" for i in range(n // 8)),
    "open brackets": lambda n: "（" * n,
    "open quotes": lambda n: "“甲" * (n // 2),
    "points only": lambda n: "一是抓落实。" * (n // 6),
    "blank lines": lambda n: "\n" * n,
    "Chinese numerals": lambda n: "一二三万亿" * (n // 5),
    "commas and numbers": lambda n: "1,234、" * (n // 6),
}


def reading(path):
    source, _ = sources.read(path, path.name)
    return source and extract.reading(parse.report(source))


def milliseconds(work, rounds):
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def seed_line():
    reading(SEED)
    figures = len(reading(SEED).indicators)
    return f"| read the seed's report (2,897 characters, {figures} indicators) | {milliseconds(lambda: reading(SEED), 30):.1f} ms CPU |"


def growth_lines(folder):
    for name, text in MONSTERS.items():
        times = []
        for size in (20_000, 200_000):
            path = folder / "monster.txt"
            path.write_text(text(size), encoding="utf-8")
            times.append(milliseconds(lambda path=path: reading(path), 3))
        yield f"| {name}, 20,000 → 200,000 characters (linear: × 10) | {times[0]:.0f} → {times[1]:.0f} ms CPU, × {times[1] / times[0]:.1f} |"


def convert_line(folder, count):
    site = folder / f"site{count}"
    shutil.copytree(ROOT / "scripts" / "gongkai" / "new_site", site)
    shutil.rmtree(site / "seeds")
    (site / "seeds").mkdir()
    text = SEED.read_text(encoding="utf-8")
    for number in range(count):
        (site / "seeds" / f"r{number:05}.txt").write_text(text.replace("4924", str(4000 + number)), encoding="utf-8")
        (site / "seeds" / f"r{number:05}.yml").write_text(f"短名: r{number:05}\n", encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-c", "from gongkai.cli import main; main()", "convert"]
    subprocess.run(command, cwd=site, check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"| convert {count:,} reports like the seed | {wall:.1f} s wall, {cpu:.1f} s CPU, peak {after.ru_maxrss / 1024:.0f} MiB |"


def main():
    print("| what | measured |\n|---|---|")
    print(seed_line())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for line in growth_lines(folder):
            print(line, flush=True)
        for count in (100, 1000):
            print(convert_line(folder, count), flush=True)


if __name__ == "__main__":
    main()
