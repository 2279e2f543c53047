"""Everything that reading needs, loaded: importing this reads a line of text the whole way.

Workers are started from a process that has imported it, so that none of them loads the
dictionary of words for itself.
"""

from __future__ import annotations

from ..extractors.readers.source import Source
from .stages import read_source

read_source(Source("warm.txt", "预算执行率98%。".encode()))
