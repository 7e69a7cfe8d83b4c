"""The whole main line on input that nobody would hand in: it answers with findings, never with a traceback."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.pipeline import checking, conversion, starting
from gongkai.settings import project

ROOT = Path(__file__).parents[1]
SEED = (ROOT / "seeds" / "000_08dcf3201d913eac.txt").read_bytes()
PIECES = st.sampled_from(
    ["一、总体情况\n", "（一）主动公开。", "一是抓落实。", "办结率达98.8%，", "35万余条", "分别为4件、5件和6件", "“", "”", "（", "《",
     "零分之三", "3/0", "1:2:3:4", "9" * 60, "1e999", "九" * 40, "万亿亿万", "〔2022〕9号", "<script>", "|a|b|\n", "\t", "\u3000",
     "\u200b", "\u202e", "\ufeff", "\n\n", "。", "其中", "由56个增至78个", "第", "居全市第1", "%", "－", "百分之", "----\n", "# ", "\\"]
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("fuzz") / "site"
    starting.new_site(root)
    return root


def converted(root, data):
    (root / "seeds" / "yunjiang-2025.txt").write_bytes(data)
    done = conversion.convert(project(root / "mkdocs.yml"), force=True, prune=True)
    assert done.reports or any(finding.severity.value == "error" for finding in done.findings)
    return done


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_converted_or_refused(site, data):
    converted(site, data)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_converted_and_passes_the_checks(site, text):
    done = converted(site, f"云江县政府2025年工作报告\n{text}".encode("utf-8", "surrogatepass"))
    if done.reports:
        wrong = [
            f for f in checking.check(project(site / "mkdocs.yml"), site / "mkdocs.yml") if f.severity.value == "error"
        ]
        assert wrong == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(SEED)))
def test_the_seed_cut_at_any_byte_is_converted_or_refused(site, end):
    converted(site, SEED[:end])
