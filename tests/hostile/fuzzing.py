"""Changes to sound files, and what must become of a changed one."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from heshu.pipeline.workers import Worker
from heshu.schemas.file_errors import FileError, ReaderFault
from hostile.case import read_whole

Change = tuple[float, int, bytes]
"""Where, as a share of the length; how many bytes are lost there; and what is put in."""

BOUNDED = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def changes(*pieces: bytes) -> st.SearchStrategy[list[Change]]:
    """Some changes; what is put in are bytes, marks of every format or one of the pieces."""
    marks = [b"<", b">", b"/", b"\0", b'"', b"<<", b"obj", b"99999999", b"-1", b"&#0;", b"]]>"]
    put = st.one_of(st.binary(max_size=12), st.sampled_from(marks), st.sampled_from(pieces))
    where = st.floats(0, 1, exclude_max=True)
    return st.lists(st.tuples(where, st.integers(0, 40), put), min_size=1, max_size=8)


def changed(data: bytes, changes: list[Change]) -> bytes:
    """The data with one change after the other."""
    for where, lost, put in changes:
        at = int(where * len(data))
        data = data[:at] + put + data[at + lost :]
    return data


def ends_well(worker: Worker, name: str, data: bytes) -> None:
    """Neither an untyped error nor a hang; pdfium may die, and then says so."""
    try:
        worker.run(read_whole, name, data)
    except ReaderFault:
        raise
    except FileError:
        return
