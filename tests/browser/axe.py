"""What axe finds on a page, by the inspection's own rules: each rule with the element that breaks it."""

from gongkai.inspection import axe


def faults(page, *, forced=False):
    return [(hit.rule, hit.html) for hit in axe.hits(page, forced=forced)]
