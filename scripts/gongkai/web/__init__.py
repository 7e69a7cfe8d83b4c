"""The MkDocs side: plugin, templates, tables, charts. The only part that knows MkDocs."""
