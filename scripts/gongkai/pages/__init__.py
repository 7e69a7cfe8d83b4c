"""Report and indicators -> Markdown pages and data files."""
