"""A converted report that somebody meddled with: the checks see it."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from gongkai.pipeline import checking, conversion, starting
from gongkai.settings import project

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "report_checks.yml").read_text(encoding="utf-8"))
FOLDER = "docs/fzzf/2025/yunjiang-2025"


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    root = tmp_path_factory.mktemp("sample") / "site"
    starting.new_site(root)
    conversion.convert(project(root / "mkdocs.yml"))
    return root


@pytest.fixture
def site(converted, tmp_path):
    return Path(shutil.copytree(converted, tmp_path / "site"))


def found(root):
    findings = checking.check(project(root / "mkdocs.yml"), root / "mkdocs.yml")
    return {(f.code, f.place.file.removeprefix(f"{FOLDER}/")) for f in findings}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_meddling_is_seen(site, case):
    if "file" in case:
        path = site / FOLDER / case["file"]
        old = path.read_bytes().decode()
        new = re.sub(*case["regex"], old) if "regex" in case else old.replace(*case.get("edit", ("", "")), 1)
        if case.get("remove"):
            path.unlink()
        else:
            assert new != old
            path.write_bytes(new.encode())
    wanted = {tuple(pair) for pair in case["found"]}
    assert found(site) >= wanted if case.get("at_least") else found(site) == wanted


def test_a_changed_report_that_was_not_converted_again_is_seen(site):
    path = site / "seeds" / "yunjiang-2025.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("98.1%", "98.2%"), encoding="utf-8")
    assert {code for code, _ in found(site)} == {"GK612"}


def test_a_report_taken_away_is_seen(site):
    (site / "seeds" / "yunjiang-2025.txt").unlink()
    assert {code for code, _ in found(site)} == {"GK612"}


def test_a_conversion_after_an_edit_keeps_the_edit_and_force_keeps_a_copy(site):
    page = site / FOLDER / "index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("带头学法", "带头学习"), encoding="utf-8")
    edited = page.read_bytes()
    done = conversion.convert(project(site / "mkdocs.yml"))
    assert page.read_bytes() == edited
    assert [f.code for f in done.findings] == ["GK601"]
    done = conversion.convert(project(site / "mkdocs.yml"), force=True)
    assert "带头学法" in page.read_text(encoding="utf-8")
    copies = [path for path in (site / ".cache" / "replaced").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in copies] == [edited]


def test_a_broken_companion_leaves_the_pages_of_its_report_alone(site):
    before = {path: path.read_bytes() for path in (site / "docs").rglob("*") if path.is_file()}
    beside = site / "seeds" / "yunjiang-2025.yml"
    beside.write_text(beside.read_text(encoding="utf-8").replace("短名", "断名"), encoding="utf-8")
    done = conversion.convert(project(site / "mkdocs.yml"), prune=True)
    assert [finding.code for finding in done.findings] == ["GK203"]
    pages = {path: path.read_bytes() for path in (site / "docs" / "fzzf").rglob("*") if path.is_file()}
    assert pages == {path: data for path, data in before.items() if path in pages}
    assert len(pages) == 7


def test_a_highlight_that_no_indicator_bears_is_told_with_the_nearest_name(site):
    beside = site / "seeds" / "yunjiang-2025.yml"
    text = beside.read_text(encoding="utf-8")
    beside.write_text(re.sub("重点数据: .*", "重点数据: [12345热线办结律]", text), encoding="utf-8")
    done = conversion.convert(project(site / "mkdocs.yml"))
    assert [(f.code, f.place.line) for f in done.findings] == [("GK607", 6)]
    assert "是不是“" in done.findings[0].what
