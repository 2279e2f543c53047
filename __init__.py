"""heshu (核数): exact figures out of budget-performance self-evaluation reports.

``heshu.read("report.docx")`` gives a ``Result``; ``heshu.extract([...], "out")`` writes
tables; ``heshu.ingest([...])`` keeps them in an archive. Everything runs on this machine.
"""

from .pipeline.audit.model import Audit
from .pipeline.audit.run import audit
from .pipeline.checks.choice import Choice
from .pipeline.entry import DocumentEntry
from .pipeline.ingest import Ingestion, ingest
from .pipeline.run import Extraction, Limits, Progress, extract, read
from .pipeline.version import __version__
from .schemas.errors import HeshuError, Interrupted, OutputError, UsageError
from .schemas.figure import Figure
from .schemas.file_errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    EncryptedOffice,
    FileError,
    FileNotReadable,
    FileNotThere,
    ForbiddenDoctype,
    MemoryLimit,
    MissingTool,
    NoTextLayer,
    PackedFile,
    ReaderCrashed,
    TimeLimit,
    TooLarge,
    UnknownFormat,
    UnsafeFile,
)
from .schemas.finding import Finding
from .schemas.report import Report

__all__ = [
    "Audit",
    "Choice",
    "DamagedFile",
    "DocumentEntry",
    "EmptyFile",
    "EncryptedFile",
    "EncryptedOffice",
    "Extraction",
    "Figure",
    "FileError",
    "FileNotReadable",
    "FileNotThere",
    "Finding",
    "ForbiddenDoctype",
    "HeshuError",
    "Ingestion",
    "Interrupted",
    "Limits",
    "MemoryLimit",
    "MissingTool",
    "NoTextLayer",
    "OutputError",
    "PackedFile",
    "Progress",
    "ReaderCrashed",
    "Report",
    "TimeLimit",
    "TooLarge",
    "UnknownFormat",
    "UnsafeFile",
    "UsageError",
    "__version__",
    "audit",
    "extract",
    "ingest",
    "read",
]
