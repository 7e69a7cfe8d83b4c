"""The preview: really started, really reloaded after an edit, really stopped by Ctrl+C."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from gongkai.pipeline import starting

# a shell's background jobs ignore Ctrl+C and hand that on; a preview in a window does not
HEEDS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
COMMAND = [sys.executable, "-c", HEEDS + "from gongkai.cli import main; main()", "serve"]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def page(port, path=""):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
        return answer.read().decode()


def waits_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if condition():
                return True
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.2)
    return False


@pytest.fixture
def site(tmp_path):
    starting.new_site(tmp_path / "site")
    return tmp_path / "site"


@pytest.mark.slow
def test_an_edit_is_seen_and_ctrl_c_ends_the_preview(site):
    port = free_port()
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*COMMAND, "--address", f"127.0.0.1:{port}"],
        cwd=site,
        env=env,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            assert waits_for(lambda: "云江县" in page(port))
            assert "98.1" in page(port, "fzzf/2025/yunjiang-2025/indicators.html")
            about = site / "docs" / "about" / "index.md"
            about.write_text(about.read_text(encoding="utf-8") + "\n刚刚加的一段。\n", encoding="utf-8")
            assert waits_for(lambda: "刚刚加的一段。" in page(port, "about/index.html"))
        finally:
            process.send_signal(signal.SIGINT)
            try:
                out, err = process.communicate(timeout=30)
            finally:
                process.kill()
    assert process.returncode in (0, 130)
    assert b"Traceback" not in out + err


@pytest.mark.slow
def test_a_port_in_use_is_told(site):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = subprocess.run([*COMMAND, "--address", address], cwd=site, capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "预览没有启动" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:port", "127.0.0.1:99999", ":8000"])
def test_an_address_that_is_none_is_told(site, address):
    done = subprocess.run([*COMMAND, "--address", address], cwd=site, capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "127.0.0.1:8000" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_page_that_is_nested_too_deeply_is_told(site):
    (site / "docs" / "about" / "bad.md").write_text("* " * 5000 + "甲\n", encoding="utf-8")
    address = f"127.0.0.1:{free_port()}"
    done = subprocess.run([*COMMAND, "--address", address], cwd=site, capture_output=True, timeout=120, check=False)
    assert done.returncode == 2
    assert "套得太深" in done.stderr.decode()
