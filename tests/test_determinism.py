"""Same input, same bytes: two projects in different folders, under different hash seeds, locales, zones and dates."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-c", "from gongkai.cli import main; main()"]


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def made(folder, environment):
    subprocess.run([*COMMAND, "new-site", str(folder)], check=True, capture_output=True)
    seed = ROOT / "seeds" / "000_08dcf3201d913eac.txt"
    (folder / "seeds" / "a.txt").write_bytes(seed.read_bytes())
    for path in folder.rglob("*"):
        os.utime(path, (environment["time"], environment["time"]))
    for step in ("convert", "build"):
        env = {**os.environ, **environment["env"]}
        subprocess.run([*COMMAND, step], cwd=folder, check=True, env=env, capture_output=True)
    return tree(folder / "docs"), tree(folder / "site")


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(tmp_path):
    first = {"time": 1_000_000_000, "env": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"}}
    second = {"time": 1_700_000_000, "env": {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}}
    (tmp_path / "another" / "place").mkdir(parents=True)
    docs, site = made(tmp_path / "one", first)
    docs2, site2 = made(tmp_path / "another" / "place" / "two", second)
    assert list(docs) == list(docs2)
    assert [name for name in docs if docs[name] != docs2[name]] == []
    assert list(site) == list(site2)
    assert [name for name in site if site[name] != site2[name]] == []


INDEX = """
import sys
from pathlib import Path
from gongkai.search import Block, Record, making
made = making.Aside({"领养": ("收养",)}, Path(sys.argv[1]))
for number in map(int, sys.argv[2].split()):
    text = f"第{number}条办理收养登记。" * (number % 7) + "公共停车收费" * (number % 3)
    made.add(Record(number, f"{number}.html", f"收养通知{number}", year=str(2000 + number), blocks=(Block("a", "", text),)))
made.finish()
made.wait()
"""


@pytest.mark.parametrize(("seed", "step"), [("1", 7), ("77", -1)])
def test_index_made_in_a_second_process_is_the_same_under_any_seed_and_order(seed, step, tmp_path):
    for name, order, hashes in (("plain", range(30), "0"), ("other", [n * step % 30 for n in range(30)], seed)):
        (tmp_path / name).mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": hashes}
        command = [sys.executable, "-c", INDEX, str(tmp_path / name), " ".join(map(str, order))]
        subprocess.run(command, check=True, env=environment)
    assert tree(tmp_path / "plain") == tree(tmp_path / "other")
    assert (tmp_path / "plain" / "index.js").is_file()
