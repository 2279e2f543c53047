"""Everything that reading needs, loaded: importing this reads two samples the whole way.

Workers are started from a process that has imported it, so that none of them loads the
dictionary of words, spaCy or the rules for itself.
"""

from __future__ import annotations

from importlib.resources import files

from ..extractors.readers.source import Source
from .archive.passages import pack
from .stages import read_source

_SAMPLES = files("heshu.data") / "samples"

for _name in ("library_three_reports.docx", "parking_form.pdf"):
    _, _reports = read_source(Source(_name, (_SAMPLES / _name).read_bytes()))
    for _report in _reports:
        pack(_report)
