"""The order of the parts, once: sources -> parse -> extract -> pages; checks; web. The only room that knows all parts.

A command imports just the step that it runs: what does not build need not wait for MkDocs, nor a check for pypinyin.
"""
