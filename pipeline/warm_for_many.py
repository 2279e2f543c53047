"""Everything that reading many reports needs, loaded: importing this reads two samples.

A form by itself does without spaCy, and a Word file without PDFium; of many files hardly
any does without either, so that workers start from a process that has used all of it.
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
