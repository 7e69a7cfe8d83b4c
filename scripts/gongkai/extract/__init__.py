"""Report -> indicators: every number found, judged, named."""

from gongkai.extract.accounts import Account, Ledger, kind_label, ledger, reason
from gongkai.extract.corrections import RULES, corrected
from gongkai.extract.exchanged import exchange
from gongkai.extract.reader import reading

__all__ = ["RULES", "Account", "Ledger", "corrected", "exchange", "kind_label", "ledger", "reading", "reason"]
