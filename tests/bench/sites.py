"""The sites that are measured: the same Markdown built with Gongkai, indexed by Pagefind, built with Material."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent
MATERIAL = {
    "site_name": "bench",
    "use_directory_urls": False,
    "theme": {"name": "material", "language": "zh", "font": False},
    "markdown_extensions": ["tables"],
    "plugins": [{"search": {"lang": "zh"}}],
    # a navigation of all pages in each page would be measured instead of search
    "not_in_nav": "*",
    "nav": [{"首页": "index.md"}],
    "validation": {"not_found": "ignore", "anchors": "ignore", "unrecognized_links": "ignore"},
}


def gongkai(project):
    """The folder of the site and what building it cost; it is built anew."""
    docs = project / "docs"
    columns = [{"名称": _name(path), "目录": path.name} for path in sorted(docs.iterdir()) if path.is_dir()]
    config = {
        "site_name": "bench",
        "site_url": "https://gongkai.example/",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False},
        "markdown_extensions": ["tables"],
        "plugins": [{"gongkai": {"站点": {"地区": "云江县"}, "栏目": columns}}],
    }
    made = _run(project, config, "gongkai", [sys.executable, HERE / "timed.py"])
    return project / "gongkai", json.loads(made)


def _name(column):
    """What a column calls itself, else its folder."""
    index = column / "index.md"
    text = index.read_text(encoding="utf-8") if index.is_file() else ""
    found = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("标题:")]
    return found[0] if found else column.name


def pagefind(site, program):
    """Index the pages of a site, as its manual says for a site without marks of its own: the main text of each; CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [program, "--site", site, "--root-selector", "main"]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def material(project, python):
    """Build with Material and its own search; the CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(project, MATERIAL, "material", [python, "-m", "mkdocs", "build", "-q", "-f"])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(project, config, name, command):
    path = project / f"{name}.yml"
    given = {**config, "docs_dir": str(project / "docs"), "site_dir": str(project / name)}
    path.write_text(yaml.safe_dump(given, allow_unicode=True), encoding="utf-8")
    into = [] if "-m" in command else [project / name]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    made = subprocess.run([*command, path, *into], check=True, capture_output=True, text=True, env=environment)
    return made.stdout
