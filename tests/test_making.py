"""The search index made in a second process: the same bytes, and every way in which it may end."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from built import SAMPLE
from gongkai.cli import gongkai
from gongkai.commands import run
from gongkai.pipeline import starting
from gongkai.search import Block, Record, build, making
from gongkai.web import engine

WORDS = {"领养": ("收养",), "年假": ("带薪年休假", "年休假")}
PROC = Path("/proc/self/task")
needs_proc = pytest.mark.skipif(not PROC.exists(), reason="children are counted by /proc")


def records():
    texts = ("办理收养登记", "享受带薪年休假", "公共停车\ud83d收费", "年休假与收养")
    return [
        Record(
            number,
            f"a/{number}.html",
            f"关于{texts[number % 4]}的通知",
            kind=("通知", "公告", "")[number % 3],
            year=str(2010 + number // 10),
            blocks=tuple(Block(f"p-{n}", "", f"第{n}条{texts[(number + n) % 4]}。" * 20) for n in range(number % 5)),
        )
        for number in range(40)
    ]


def read(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def children():
    """Numbers of this process' children that run."""
    listed = (path.read_text().split() for path in PROC.glob("*/children"))
    return {int(pid) for found in listed for pid in found}


@pytest.fixture
def aside(monkeypatch):
    """Every index is made by a second process."""
    monkeypatch.setattr(making, "LEAST", 0)
    monkeypatch.setattr(making, "cores", lambda: 2)


@pytest.mark.parametrize("maker", [making.Here, making.Aside])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_records_in_any_order_give_the_same_files_in_either_process(maker, seed, tmp_path):
    shuffled = records()
    random.Random(seed).shuffle(shuffled)
    made = maker(WORDS, tmp_path)
    for record in shuffled:
        made.add(record)
    made.finish()
    made.wait()
    assert read(tmp_path) == build(records(), WORDS)


def test_number_that_never_comes_moves_no_other(tmp_path):
    made = making.Here(WORDS, tmp_path)
    for record in records():
        if record.number != 7:
            made.add(record)
    made.finish()
    whole = build(records(), WORDS)
    kept = {name for name in whole if name[0] in "rc" and not name.startswith(("r7-", "c7_"))}
    assert kept == {name for name in read(tmp_path) if name[0] in "rc"}


@pytest.mark.parametrize(
    ("count", "cores", "maker"), [(making.LEAST - 1, 8, making.Here), (10**6, 1, making.Here), (10**6, 2, making.Aside)]
)
def test_second_process_is_for_large_sites_on_more_than_one_core(count, cores, maker, tmp_path, monkeypatch):
    monkeypatch.setattr(making, "cores", lambda: cores)
    made = making.begin(WORDS, tmp_path / "search", count)
    made.stop()
    assert type(made) is maker


def test_what_goes_wrong_in_the_second_process_is_told(tmp_path):
    made = making.Aside(WORDS, tmp_path / "there is no such folder")
    for record in records():
        made.add(record)
    with pytest.raises(making.MakingError, match=r"检索索引没有做成：FileNotFoundError: .*no such folder"):
        made.finish() or made.wait()


def test_second_process_that_is_killed_is_told_and_blames_no_page(tmp_path):
    made = making.Aside(WORDS, tmp_path)
    made.add(records()[0])
    os.kill(made.pid, signal.SIGKILL)
    large = replace(records()[1], summary="长" * 200_000)
    for _ in range(5):
        made.add(large)
    with pytest.raises(making.MakingError, match="中途被结束（信号 9）"):
        made.finish() or made.wait()


@pytest.mark.parametrize("finished", [True, False])
def test_second_process_writes_no_more_when_the_sender_is_gone(finished, tmp_path):
    made = making.Aside(WORDS, tmp_path)
    for _ in range(20):
        for record in records():
            made.add(record)
    if finished:
        made.finish()
    made._process.stdin.close()
    assert made._process.wait(30) == 1
    made.stop()
    assert "index.js" not in read(tmp_path)


@needs_proc
def test_stopped_process_is_gone(tmp_path):
    made = making.Aside(WORDS, tmp_path)
    assert made.pid in children()
    made.stop()
    made.stop()
    assert made.pid not in children()


@needs_proc
@pytest.mark.slow
def test_build_with_a_second_process_is_the_same_and_leaves_none(aside, tmp_path, monkeypatch):
    before = children()
    engine.build(SAMPLE / "mkdocs.yml", tmp_path / "aside")
    assert children() == before
    monkeypatch.setattr(making, "LEAST", sys.maxsize)
    engine.build(SAMPLE / "mkdocs.yml", tmp_path / "here")
    assert read(tmp_path / "aside" / "search") == read(tmp_path / "here" / "search")


@needs_proc
@pytest.mark.slow
@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
@pytest.mark.parametrize("place", ["article", "Site.page"])
def test_build_that_fails_or_is_interrupted_leaves_no_process(place, error, aside, tmp_path, monkeypatch):
    before, met = children(), []

    def fails(*_given, **_named):
        met.append(children() - before)
        raise error

    monkeypatch.setattr(f"gongkai.web.plugin.{place}", fails)
    with pytest.raises((error, engine.EngineError)):
        engine.build(SAMPLE / "mkdocs.yml", tmp_path / "out")
    assert len(met) == 1
    assert len(met[0]) == 1
    assert children() == before


@pytest.mark.slow
def test_killed_second_process_fails_the_build_and_the_old_site_stays_whole(aside, tmp_path, monkeypatch, capsys):
    starting.new_site(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    assert run(gongkai, ["convert"]) == run(gongkai, ["build"]) == 0
    old = {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()}
    page = Path("docs/about/index.md")
    page.write_text(page.read_text(encoding="utf-8") + "\n又加了一段。\n", encoding="utf-8")

    class Killed(making.Aside):
        def finish(self):
            os.kill(self.pid, signal.SIGKILL)
            super().finish()

    monkeypatch.setattr(making, "Aside", Killed)
    assert run(gongkai, ["build"]) != 0
    told = capsys.readouterr()
    assert "做检索索引的进程中途被结束（信号 9）" in told.out + told.err
    assert {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()} == old
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path / "site")
    assert run(gongkai, ["build"]) == 0


@needs_proc
@pytest.mark.slow
def test_ctrl_c_ends_both_processes(tmp_path):
    program = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from pathlib import Path\n"
        "from gongkai.search import making\n"
        "made = making.Aside({}, Path(sys.argv[1]))\n"
        "print(made.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        other = int(process.stdout.readline())
        time.sleep(1)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode != 0
    assert said.count(b"Traceback") == 1
    end = time.monotonic() + 30
    while Path(f"/proc/{other}").exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert not Path(f"/proc/{other}").exists()
