"""Make gongkai/search/traditional.txt: traditional characters over the simplified ones that search knows them by.

Only characters that simplified text never uses (outside GB 2312), and of these the common ones: Big5 calls the
traditional one frequent, or GB 2312 the simplified one. Needs OpenCC: python scripts/tables/folding.py.
"""

from __future__ import annotations

from pathlib import Path

from sources import dictionary

FILE = Path(__file__).parents[1] / "gongkai" / "search" / "traditional.txt"
BEYOND = "\U00010000"
BIG5_COMMON = b"\xc6\x7e"
"""The last of the 5,401 characters that Big5 calls frequent."""
GB_COMMON, GB_LAST = b"\xd7\xf9", b"\xf7\xfe"
"""The last of the 3,755 characters that GB 2312 calls frequent, and of all."""


def common(character: str, encoding: str, last: bytes) -> bool:
    """Whether an encoding puts a character among its frequent ones, which come first."""
    try:
        return character.encode(encoding) <= last
    except UnicodeEncodeError:
        return False


def rows() -> list[tuple[str, str]]:
    """Traditional and simplified character, in the order of code points."""
    return sorted(
        (form, plain)
        for form, plain in dictionary("TSCharacters").items()
        if form < BEYOND
        and not common(form, "gb2312", GB_LAST)
        and common(plain, "gb2312", GB_LAST)
        and (common(form, "big5", BIG5_COMMON) or common(plain, "gb2312", GB_COMMON))
    )


if __name__ == "__main__":
    FILE.write_text("".join("".join(side) + "\n" for side in zip(*rows(), strict=True)), encoding="utf-8")
