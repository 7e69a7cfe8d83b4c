"""File -> text with places."""
