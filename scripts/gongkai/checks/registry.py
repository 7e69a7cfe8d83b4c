"""The checks in the order of their codes, and the one way to run them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from gongkai.checks import (
    active_file,
    ask_page_taken,
    audit_broken,
    data_broken,
    dead_anchor,
    dead_attachment,
    dead_link,
    dead_reference,
    derived_page_broken,
    derived_page_edited,
    duplicated_id,
    elder_home_taken,
    figure_not_in_text,
    figure_without_row,
    front_matter_broken,
    front_matter_unknown,
    front_matter_value,
    ground_not_in_force,
    home_missing,
    link_out_of_docs,
    malformed_address,
    names_collide,
    page_empty,
    row_without_figure,
    search_page_taken,
    type_missing,
    validity_incomplete,
)
from gongkai.findings import Finding, Rule, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs


class Check(Protocol):
    """A module of this folder."""

    RULE: Rule

    def check(self, docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
        """Its findings on the chosen pages, all when `paths` is None."""


CHECKS: tuple[Check, ...] = (
    front_matter_broken,
    front_matter_unknown,
    front_matter_value,
    validity_incomplete,
    dead_reference,
    audit_broken,
    type_missing,
    page_empty,
    elder_home_taken,
    search_page_taken,
    ask_page_taken,
    ground_not_in_force,
    figure_not_in_text,
    row_without_figure,
    figure_without_row,
    data_broken,
    dead_link,
    dead_anchor,
    dead_attachment,
    duplicated_id,
    malformed_address,
    active_file,
    link_out_of_docs,
    names_collide,
    home_missing,
    derived_page_edited,
    derived_page_broken,
)
RULES: tuple[Rule, ...] = tuple(check.RULE for check in CHECKS)


def findings(docs: Docs, paths: frozenset[str] | None = None) -> list[Finding]:
    """What all checks find on the chosen pages, in order of place."""
    return in_order(finding for check in CHECKS for finding in check.check(docs, paths))
