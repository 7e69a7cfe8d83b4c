"""Reads the built site as an inspector would, in real Chromium: `inspect(folder)` -> Audit.

The parts can be used one by one, too: a browser, a server below a sub-path, a window that notes what goes wrong, and
the probes axe, keyboard, narrow, touch and bare.
"""

from gongkai.inspection.audit import Audit, inspect
from gongkai.inspection.chromium import InspectionError, browser, need
from gongkai.inspection.faults import Fault, words
from gongkai.inspection.serving import STRICT, serve
from gongkai.inspection.window import Tab, Windows

__all__ = [
    "STRICT",
    "Audit",
    "Fault",
    "InspectionError",
    "Tab",
    "Windows",
    "browser",
    "inspect",
    "need",
    "serve",
    "words",
]
