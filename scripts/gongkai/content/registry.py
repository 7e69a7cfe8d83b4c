"""The types of content by the name that front matter gives them: 类型: 栏目 -> Column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.content.column import Column
from gongkai.content.data import Data
from gongkai.content.faq import Faq
from gongkai.content.home import Home
from gongkai.content.indicators import Indicators
from gongkai.content.interpretation import Interpretation
from gongkai.content.ledger import Ledger
from gongkai.content.news import News
from gongkai.content.notice import Notice
from gongkai.content.numbers import Numbers
from gongkai.content.page import AccessibilityStatement, Elder, Map, Page, Statement
from gongkai.content.policy import Normative, Policy
from gongkai.content.report import (
    BudgetReport,
    DisclosureReport,
    GovernmentReport,
    OtherReport,
    PlanReport,
    RuleOfLawReport,
    StatisticsBulletin,
    WorkReport,
    WorkSummary,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gongkai.content.item import Item

TYPES: Mapping[str, type[Item]] = {
    model.label: model
    for model in (
        Home,
        Column,
        Policy,
        Normative,
        Interpretation,
        Notice,
        News,
        Faq,
        RuleOfLawReport,
        DisclosureReport,
        GovernmentReport,
        WorkReport,
        WorkSummary,
        BudgetReport,
        PlanReport,
        StatisticsBulletin,
        OtherReport,
        Indicators,
        Ledger,
        Numbers,
        Data,
        Page,
        Statement,
        AccessibilityStatement,
        Map,
        Elder,
    )
}
"""By 类型, in the order in which staff are shown them."""


def keys(model: type[Item]) -> tuple[str, ...]:
    """The Chinese keys of a type, base keys first."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def known(model: type[Item]) -> frozenset[str]:
    """Every key that a type accepts, Chinese and English."""
    return frozenset(keys(model)) | model.model_fields.keys()
