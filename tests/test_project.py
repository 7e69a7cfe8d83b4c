"""The project itself: locks that are up to date, no address of a registry, functions of a readable length."""

import ast
import re
import subprocess
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = {
    "requirements.lock": PROJECT["dependencies"],
    "requirements-test.lock": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"],
}


def locked(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(m[1]): m[2] for m in re.finditer(r"^([\w.-]+)==([^\s\\]+)", text, re.MULTILINE)}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_file_keeps_up_with_pyproject(name):
    pinned = locked(name)
    for requirement in map(Requirement, LOCKS[name]):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version, f"{name} 缺少 {requirement.name}：运行 make lock"
        assert requirement.specifier.contains(version), f"{name} 的 {requirement} 过时了：运行 make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_lock_file_holds_all_that_its_packages_need(name):
    pinned = locked(name)
    for package in pinned:
        for text in distribution(package).requires or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                assert canonicalize_name(requirement.name) in pinned, f"{package} 需要 {text}：运行 make lock"


def test_what_is_installed_is_what_is_locked():
    wrong = {name: v for name, v in locked("requirements-test.lock").items() if distribution(name).version != v}
    assert wrong == {}, "运行 make test 会装好锁定的版本"


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes_and_no_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_no_file_names_a_registry_or_a_path_of_a_machine():
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    words = ["py" + "pi.org", "python" + "hosted", "npm" + "js", "deb." + "debian", "/ro" + "ot/", "/wo" + "rk/"]
    for name in filter(None, names):
        path = ROOT / name
        if path.suffix in {".png", ".svg"} or not path.exists():
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        assert [word for word in words if word in text] == [], name


@pytest.mark.parametrize("path", sorted((ROOT / "scripts").rglob("*.py")), ids=lambda path: path.name)
def test_functions_are_short_and_take_few_parameters(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 60, f"{path.name}: {node.name}"


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_readme_names_every_command_and_only_files_that_exist(name):
    from gongkai.cli import gongkai

    text = (ROOT / name).read_text(encoding="utf-8")
    for command in gongkai.commands:
        assert f"gongkai {command}" in text
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target


def test_the_manual_s_corrections_fit_the_report_they_are_shown_on(tmp_path):
    from gongkai.pipeline.reading import read

    manual = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(指标修正:.*?)```", manual, re.DOTALL)
    (tmp_path / "a.yml").write_text(block[1], encoding="utf-8")
    (tmp_path / "a.txt").write_bytes((ROOT / "seeds" / "000_08dcf3201d913eac.txt").read_bytes())
    reading, findings = read(tmp_path / "a.txt")
    assert {finding.code for finding in findings} <= {"GK213", "GK214"}
    names = [indicator.name for indicator in reading.indicators]
    assert {"12345热线办结率", "五项比率"} <= set(names)
    assert "政务公开专区" not in " ".join(names)
