"""A convert or build that is killed, really, leaves the old output whole and the next run makes the new one."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

COMMAND = [sys.executable, "-c", "from gongkai.cli import main; main()"]
MOMENTS = (0.15, 0.3, 0.45, 0.6, 0.7, 0.8, 0.88, 0.94, 0.98)


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def run(folder, step):
    start = time.perf_counter()
    subprocess.run([*COMMAND, step], cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def killed(folder, step, seconds):
    process = subprocess.Popen([*COMMAND, step], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    subprocess.run([*COMMAND, "new-site", str(folder)], check=True, capture_output=True)
    text = (folder / "seeds" / "yunjiang-2025.txt").read_text(encoding="utf-8")
    for number in range(40):
        (folder / "seeds" / f"r{number}.txt").write_text(text.replace("8317", str(8000 + number)), encoding="utf-8")
        (folder / "seeds" / f"r{number}.yml").write_text(f"短名: r{number}\n", encoding="utf-8")
    run(folder, "convert")
    return folder


def edit(folder):
    for path in folder.glob("seeds/*.txt"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("参加420人次", "参加421人次"), encoding="utf-8")


@pytest.mark.slow
def test_a_killed_convert_leaves_each_report_old_or_new_and_the_next_run_ends_it(site, tmp_path):
    old = tree(site / "docs")
    edit(site)
    seconds = run(site, "convert")
    new = tree(site / "docs")
    assert old != new
    for moment in MOMENTS:
        # the next run would end this one's moves among the old files put back here
        shutil.rmtree(site / ".cache" / "convert", ignore_errors=True)
        for name, data in old.items():
            (site / "docs" / name).write_bytes(data)
        killed(site, "convert", seconds * moment)
        found = tree(site / "docs")
        assert found.keys() == new.keys()
        assert [name for name in found if found[name] not in (old[name], new[name])] == []
    run(site, "convert")
    assert tree(site / "docs") == new


def put_back(folder, files):
    """Make a folder hold just these files; those of the search index have other names in each version."""
    for name in tree(folder).keys() - files.keys():
        (folder / name).unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)


@pytest.mark.slow
def test_a_killed_build_leaves_the_old_site_or_the_new_one_whole(site):
    run(site, "build")
    old = tree(site / "site")
    edit(site)
    run(site, "convert")
    seconds = run(site, "build")
    new = tree(site / "site")
    assert old != new
    for moment in MOMENTS:
        put_back(site / "site", old)
        killed(site, "build", seconds * moment)
        found = tree(site / "site") if (site / "site").exists() else tree(site / ".site.gongkai-old")
        assert found in (old, new)
    run(site, "build")
    assert tree(site / "site") == new
