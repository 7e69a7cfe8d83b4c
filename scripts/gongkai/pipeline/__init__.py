"""The order of the parts, once: sources -> parse -> extract -> pages; checks; web. The only room that knows all parts.

The parts are imported where they are used: a command that does not build must not pay for importing MkDocs.
"""

from gongkai.pipeline.building import Built, build, serve
from gongkai.pipeline.checking import check, rules
from gongkai.pipeline.conversion import Converted, convert
from gongkai.pipeline.reading import exchange, read
from gongkai.pipeline.starting import new_site

__all__ = ["Built", "Converted", "build", "check", "convert", "exchange", "new_site", "read", "rules", "serve"]
