"""Report -> indicators: every number found, judged, named."""
