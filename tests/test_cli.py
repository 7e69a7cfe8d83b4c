import contextlib
import json
import os
import pty
import subprocess
import sys

import pytest

from gongkai.cli import gongkai
from gongkai.commands import run

SAMPLE = "云江县农业局2025年工作总结\n\n一、工作情况\n全年办理12345热线信息24件，办结率达98.8%。\n二、存在的问题\n力量不足。\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    assert run(gongkai, ["new-site", str(tmp_path / "site")]) == 0
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("conver", "没有“conver”这个命令，是不是“convert”？"),
        ("convert --forse", "没有“--forse”这个选项，是不是“--force”？"),
        ("read", "缺少“文件”"),
        ("build --config", "“--config”后面缺少值"),
        ("search", "缺少“要查的词”"),
        ("explain GK999", "没有“GK999”这个编号"),
        ("build --config nichts.yml", "没有这个文件"),
        ("check /etc/hostname", "不在"),
        ("check docs/keine.md", "没有"),
        ("new-site .", "已经有内容"),
        ("read keine.txt", "keine.txt"),
    ],
)
def test_wrong_use_is_told_in_chinese_with_the_nearest_word(site, capsys, line, says):
    code = run(gongkai, line.split())
    captured = capsys.readouterr()
    assert says in captured.err + captured.out
    assert code == (1 if line.startswith("read keine") else 2)
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("command", ["", *gongkai.commands])
def test_help_is_chinese(capsys, command):
    assert run(gongkai, [*command.split(), "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("用法：gongkai")
    assert "显示这页说明" in page
    for english in ("Usage", "Options", "Show this", "Commands", "default:"):
        assert english not in page


def test_a_new_site_converts_checks_and_builds_without_findings(site, capsys):
    for line in ("convert", "check --strict", "build"):
        assert run(gongkai, line.split()) == 0, capsys.readouterr()
    assert (site / "site" / "index.html").exists()
    assert "检查完毕，没有发现问题。" in capsys.readouterr().err


def test_a_second_run_does_only_what_is_needed(site, capsys):
    for line in ("convert", "build"):
        run(gongkai, line.split())
    capsys.readouterr()
    assert run(gongkai, ["convert"]) == 0
    assert run(gongkai, ["build"]) == 0
    told = capsys.readouterr().err
    assert "没有变化" in told
    assert "沿用上次生成的" in told


def test_a_built_site_that_was_tampered_with_is_built_anew(site, capsys):
    for line in ("convert", "build"):
        run(gongkai, line.split())
    page = site / "site" / "index.html"
    good = page.read_bytes()
    page.write_bytes(b"changed")
    assert run(gongkai, ["build"]) == 0
    assert page.read_bytes() == good


def test_machines_read_every_step(site, capsys):
    assert run(gongkai, ["convert", "--json"]) == 0
    done = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert done["reports"] == 1
    assert done["figures"] > 10
    assert run(gongkai, ["build", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["built"] is True
    (site / "docs" / "a.md").write_text("---\n标题: 甲\n类型: 页面\n---\n[甲](b.md)\n", encoding="utf-8")
    assert run(gongkai, ["check", "--json", "docs/a.md"]) == 1
    finding = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (finding["file"], finding["line"], finding["column"], finding["code"]) == ("docs/a.md", 5, 1, "GK501")


@pytest.mark.parametrize("module", ["gongkai", "gongkai.cli"])
def test_the_command_is_a_module_too(module):
    done = subprocess.run([sys.executable, "-m", module, "--help"], capture_output=True, check=True)
    assert done.stdout.decode().startswith("用法：gongkai 命令")


def test_a_report_is_read_without_writing(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    assert run(gongkai, ["read", str(path)]) == 0
    tree = capsys.readouterr().out
    assert "云江县农业局2025年工作总结" in tree
    assert "98.8" in tree
    assert run(gongkai, ["read", "--json", str(path)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["title"] == "云江县农业局2025年工作总结"
    for figure in record["figures"]:
        assert SAMPLE[figure["start"] : figure["end"]] == figure["raw"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("bad", [b"", b"\x00\x01\x02", b"PK\x03\x04" + b"\x00" * 40, b"\xff\xff\xff"])
def test_a_file_that_is_no_report_is_a_finding(tmp_path, capsys, bad):
    path = tmp_path / "a.txt"
    path.write_bytes(bad)
    assert run(gongkai, ["read", str(path)]) == 1
    assert "a.txt" in capsys.readouterr().out


def test_a_bad_report_does_not_stop_the_others(site, capsys):
    (site / "seeds" / "kaputt.txt").write_bytes(b"\x00\x01")
    assert run(gongkai, ["convert"]) == 1
    captured = capsys.readouterr()
    assert "seeds/kaputt.txt" in captured.out
    assert "转换 1 份报告" in captured.err


def test_progress_is_shown_on_a_terminal_only(site):
    script = "from gongkai.cli import main; main()"
    command = [sys.executable, "-c", script, "build", "--full"]
    run(gongkai, ["convert"])
    shown, hidden = pty.openpty()
    drawing = subprocess.Popen(command, stderr=hidden, stdout=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"})
    os.close(hidden)
    told = b""
    # read while it draws: a terminal holds a few kB, then the writer waits
    with contextlib.suppress(OSError):
        while piece := os.read(shown, 65536):
            told += piece
    os.close(shown)
    assert drawing.wait() == 0
    assert "生成网站" in told.decode()
    quiet = subprocess.run(command, capture_output=True, check=True)
    assert "生成网站 " not in quiet.stderr.decode()
    assert b"\x1b[" not in quiet.stderr + quiet.stdout
