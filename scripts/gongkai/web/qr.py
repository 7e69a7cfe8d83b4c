"""An address as a QR code for paper: who holds the sheet reaches the page and sees whether the text still holds."""

from __future__ import annotations

from urllib.parse import quote

import segno

from gongkai.addresses import split

_QUIET = 4
"""Modules of white around the code that readers of codes ask for (ISO/IEC 18004)."""
_RESERVED = (".example", ".test", ".invalid", ".localhost", "localhost")
"""Hosts that lead nowhere (RFC 2606): a code for one would only mislead."""
_KEPT = ":/?#[]@!$&'()*+,;=%"


def picture(address: str) -> str:
    """The code as inline SVG, one unit a module; empty for an address that leads nowhere."""
    parts = split(address)
    if not parts or not parts.hostname or parts.hostname.endswith(_RESERVED):
        return ""
    code = segno.make_qr(quote(address, safe=_KEPT), error="m")
    width = code.symbol_size(border=_QUIET)[0]
    lines = code.svg_inline(border=_QUIET, omitsize=True, svgclass=None, lineclass=None).partition(' d="')[2]
    head = f'<svg class="qr" viewBox="0 0 {width} {width}" aria-hidden="true" focusable="false">'
    return f'{head}<path stroke="currentColor" d="{lines}'
