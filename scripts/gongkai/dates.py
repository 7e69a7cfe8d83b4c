"""Days, times and years that front matter and seeds/NAME.yml may name: 2023-02-28, never 2023-02-31.

Each type refuses a value of the wrong form with pydantic's own kind of fault, and one that no calendar or clock has
with NOT_REAL; `WORDS` says both faults that are made here in words for staff.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

NOT_REAL, NOT_A_YEAR = "date_not_real", "year_out_of_range"
WORDS = {
    NOT_REAL: ("没有这一天或这个时刻", "对照日历改正，例如 2023-02-28 或 2023-02-28 09:30"),
    NOT_A_YEAR: ("不是 1949 到 2100 之间的年份", "只写四位年份，例如 2022"),
}
"""Kind of fault -> flaw and cure."""
_DAY, _TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "( [0-9]{2}:[0-9]{2})?"
_PART = "[0-9]{4}(-[0-9]{2}){0,2}"
_YEARS = range(1949, 2101)
# 2022 · 2022-12 · 2022-12-31 · 2022-12-31 09:30
_FORMATS = {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d", 16: "%Y-%m-%d %H:%M"}


def real(text: str) -> str:
    """The text itself, when each date and time in it exists; a text without figures (无) says nothing."""
    for part in text.split("/"):
        if part[:1].isdigit():
            try:
                datetime.strptime(part, _FORMATS[len(part)])  # noqa: DTZ007 - only whether it exists
            except ValueError:
                raise PydanticCustomError(NOT_REAL, "not a real date") from None
    return text


def _year(number: int) -> int:
    if number not in _YEARS:
        raise PydanticCustomError(NOT_A_YEAR, "not a year")
    return number


Date = Annotated[str, Field(pattern=rf"^({_DAY}|无)$"), AfterValidator(real)]
"""2023-01-20, or 无."""
Moment = Annotated[str, Field(pattern=rf"^{_DAY}{_TIME}$"), AfterValidator(real)]
"""2023-01-20 or 2023-01-20 09:30."""
OptionalDay = Annotated[str, Field(pattern=rf"^({_DAY})?$"), AfterValidator(real)]
OptionalMoment = Annotated[str, Field(pattern=rf"^({_DAY}{_TIME})?$"), AfterValidator(real)]
Period = Annotated[str, Field(pattern=rf"^((({_PART})?/)?{_PART})?$"), AfterValidator(real)]
"""2022, 2022-12, 2022-12-31, a span 2022-01-01/2022-12-31, or /2022-12-31 up to a day; empty when unknown."""
Year = Annotated[int, Field(strict=True), AfterValidator(_year)]
"""2022; neither true nor "2022"."""
