"""Numerals become exact numbers; what is no number is refused."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gongkai.numerals import NUMERALS, number, value

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "numerals.yml").read_text(encoding="utf-8"))
DIGITS = "零一二三四五六七八九"


def hand_written(amount):
    """The standard Chinese writing of a number below one hundred million, by the school rule."""
    if amount >= 10000:
        high, low = divmod(amount, 10000)
        gap = "零" if low and low < 1000 else ""
        return hand_written(high) + "万" + gap + (hand_written(low) if low else "")
    text, zero = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, amount = divmod(amount, scale)
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + name
        zero = not digit
    return text or "零"


@pytest.mark.parametrize("text", CASES)
def test_number_is_read_as_written(text):
    expected = CASES[text]
    found = number(text, 0)
    if not expected:
        assert found is None
        return
    read, worth, upper, more = (*expected, "", "", "")[:4]
    assert found is not None
    assert text[: found.end] == read
    assert (":".join(map(str, found.ratio)) or str(found.value)) == worth
    assert str(found.value_max or "") == upper
    assert found.more == bool(more)


@given(st.integers(0, 10**8 - 1))
def test_every_whole_number_in_chinese_is_read_back(amount):
    assert value(hand_written(amount)) == amount


@given(st.integers(0, 10**8 - 1), st.integers(0, 9999))
def test_decimals_are_exact(whole, part):
    assert value(f"{whole}.{part:04}") == Decimal(f"{whole}.{part:04}")


def test_shares_are_exact_fractions():
    assert value("三分之一") == Fraction(1, 3)


@given(st.text(alphabet=st.sampled_from("0123456789０５，,.．%％:：/点分之成余多几数半万亿千百十零一二三两至到-—个")))
def test_any_string_is_read_without_fault(text):
    found = number(text, 0)
    assert found is None or 0 < found.end <= len(text)


def test_a_code_of_a_million_digits_is_no_number():
    assert number("7" * 1_000_000, 0).value is None


def test_numeral_characters_are_a_valid_class():
    import re

    assert all(re.fullmatch(f"[{NUMERALS}]", c) for c in "0９三〇两半几①亿")
    assert not re.search(f"[{NUMERALS}]", "个年件a-")
