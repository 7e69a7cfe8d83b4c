"""Text -> Report: title, headings, points, sentences, each with its span."""
