"""Nothing of anybody's is destroyed, and nothing from outside the project gets in."""

import subprocess
import sys

import pytest

from gongkai.cli import gongkai
from gongkai.commands import run

COMMAND = [sys.executable, "-c", "from gongkai.cli import main; main()"]


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_folder_that_is_no_site_of_ours_is_not_replaced(site, capsys):
    (site / "site").mkdir()
    (site / "site" / "thesis.docx").write_bytes(b"years of work")
    assert run(gongkai, ["build"]) == 2
    assert "没有动它" in capsys.readouterr().err
    assert tree(site / "site") == {"thesis.docx": b"years of work"}


def test_a_file_in_the_site_s_place_is_not_replaced(site, capsys):
    (site / "site").write_bytes(b"years of work")
    assert run(gongkai, ["build"]) == 2
    assert (site / "site").read_bytes() == b"years of work"


def test_a_site_that_is_a_link_is_built_where_it_leads(site, tmp_path):
    (tmp_path / "www").mkdir()
    (site / "site").symlink_to(tmp_path / "www")
    for _ in range(3):
        assert run(gongkai, ["build", "--full"]) == 0
    assert (site / "site").is_symlink()
    assert (tmp_path / "www" / "index.html").exists()


def test_of_two_builds_at_once_one_is_told_to_wait_and_the_site_is_whole(site, capsys):
    run(gongkai, ["build"])
    whole = tree(site / "site")
    both = [subprocess.Popen([*COMMAND, "build", "--full"], cwd=site, stderr=subprocess.PIPE) for _ in range(2)]
    told = [process.communicate()[1].decode() for process in both]
    assert sorted(process.returncode for process in both) in ([0, 0], [0, 2])
    assert not any("Traceback" in text for text in told)
    assert tree(site / "site") == whole


def test_of_two_conversions_at_once_one_is_told_to_wait(site):
    seed = site / "seeds" / "yunjiang-2025.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("420人次", "421人次"), encoding="utf-8")
    both = [subprocess.Popen([*COMMAND, "convert"], cwd=site, stderr=subprocess.PIPE) for _ in range(2)]
    told = [process.communicate()[1].decode() for process in both]
    assert sorted(process.returncode for process in both) in ([0, 0], [0, 2])
    assert not any("Traceback" in text for text in told)
    assert "421人次" in (site / "docs" / "data" / "indicators.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", ["b.yml", "yunjiang-2025.yaml", "yunjiang-2025.txt.yml", "yunjiang-2025.YML"])
def test_a_companion_that_nothing_reads_is_told(site, capsys, name):
    (site / "seeds" / name).write_text("发布日期: 2026-01-20\n", encoding="utf-8")
    assert run(gongkai, ["convert"]) == 1
    assert f"seeds/{name} GK204" in capsys.readouterr().out


def test_a_link_out_of_the_project_is_not_published(site, capsys):
    (site / "seeds" / "p.txt").symlink_to("/etc/passwd")
    assert run(gongkai, ["convert"]) == 1
    assert "GK205" in capsys.readouterr().out
    assert not any(b"root:" in data for data in tree(site / "docs").values())


def test_no_seeds_folder_is_told_and_changes_nothing(site, capsys):
    before = tree(site / "docs")
    (site / "seeds").rename(site / "elsewhere")
    assert run(gongkai, ["convert"]) == 2
    assert "没有报告目录" in capsys.readouterr().err
    assert tree(site / "docs") == before


def test_a_report_that_can_no_longer_be_read_keeps_its_pages_and_its_data(site):
    before = tree(site / "docs")
    (site / "seeds" / "yunjiang-2025.txt").write_bytes(b"\x00\x01")
    assert run(gongkai, ["convert", "--prune"]) == 1
    assert tree(site / "docs") == before


def test_what_the_system_refuses_is_told_in_chinese(site, capsys):
    page = site / "docs" / "fzzf" / "2025" / "yunjiang-2025" / "numbers.md"
    page.unlink()
    page.mkdir()
    assert run(gongkai, ["convert"]) == 2
    told = capsys.readouterr().err
    assert "numbers.md" in told
    assert "应当是文件，却是文件夹" in told


def test_a_new_report_does_not_take_the_address_of_an_old_one(site):
    (site / "seeds" / "yunjiang-2025.yml").write_text("发布日期: 2026-01-20\n", encoding="utf-8")
    assert run(gongkai, ["convert", "--prune"]) == 0
    folder = site / "docs" / "fzzf" / "2025" / "yjxrmzfbgs"
    old = (folder / "index.md").read_bytes()
    text = (site / "seeds" / "yunjiang-2025.txt").read_text(encoding="utf-8")
    (site / "seeds" / "0.txt").write_text(text.replace("98.1%", "55.5%"), encoding="utf-8")
    for _ in range(2):
        run(gongkai, ["convert"])
        assert (folder / "index.md").read_bytes() == old
    newcomer = next(path for path in folder.parent.iterdir() if path != folder and path.name.startswith("yjxrmzfbgs-"))
    assert "55.5" in (newcomer / "index.md").read_text(encoding="utf-8")
    (site / "seeds" / "yunjiang-2025.txt").unlink()
    before = (newcomer / "index.md").read_bytes()
    run(gongkai, ["convert", "--prune"])
    assert (newcomer / "index.md").read_bytes() == before
    assert not folder.exists()
