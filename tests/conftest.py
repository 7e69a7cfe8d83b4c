"""Golden files: `golden("seed/index.md", data)` compares with tests/golden/; `--update-golden` writes them anew."""

from pathlib import Path

import hypothesis
import pytest

from gongkai.cli import gongkai
from gongkai.commands import run
from gongkai.pipeline import starting

# a test must not fail on a slow day
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")
GOLDEN = Path(__file__).with_name("golden")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew; read the diff")
    parser.addoption("--whole-matrix", action="store_true", help="axe on every page kind x scheme x width x state")


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A new site, converted, as the working folder."""
    starting.new_site(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    assert run(gongkai, ["convert"]) == 0
    return tmp_path / "site"


@pytest.fixture
def golden(request):
    def compare(name, data):
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert path.exists(), f"no {path.name}: run pytest --update-golden"
        assert data.decode() == path.read_bytes().decode(), f"{name} differs: read it, then run pytest --update-golden"

    return compare
