"""Content types: one file a type, with its front-matter model and Chinese labels."""
