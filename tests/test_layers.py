"""Who may import whom (design.md): leaves import leaves, parts import leaves, only the pipeline knows parts."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "scripts" / "gongkai"
PARTS = {"sources", "parse", "extract", "pages", "checks", "web", "inspection", "release"}
TOPS = {"cli", "pipeline"}
BROWSER = {"playwright", "axe_playwright_python"}
ENGINE = {"mkdocs", "markdown", "jinja2", "material", "pymdownx"}


def rooms():
    return sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def imports(path):
    for node in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "gongkai")


@pytest.mark.parametrize("path", rooms(), ids=str)
def test_imports_follow_the_layers(path):
    room = path.parts[0].removesuffix(".py")
    for name in imports(path):
        if name.split(".")[0] in ENGINE:
            assert room == "web", f"{path} knows the site engine: {name}"
        if name.split(".")[0] in BROWSER:
            assert room == "inspection", f"{path} knows the browser: {name}"
        if not name.startswith("gongkai."):
            continue
        other = name.split(".")[1]
        if other in TOPS:
            assert room in {"cli", "__main__"} or other == room, f"{path} imports {name}"
        if other in PARTS and other != room:
            assert room == "pipeline", f"{path} imports {name}"


@pytest.mark.parametrize("path", [p for p in rooms() if p.name != "cli.py"], ids=str)
def test_only_the_command_line_prints(path):
    calls = [n for n in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    assert not [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"]
