"""Checks of what staff publish: one flaw a file."""
