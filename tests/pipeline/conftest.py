"""Archives for the tests, in SQLite and in a PostgreSQL server of their own."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import postgres_server


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_heard() -> Iterator[None]:
    """Ctrl-C interrupts, in tests that a shell runs in the background too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Path]:
    reason = postgres_server.why_not()
    if reason is not None:
        pytest.skip(reason)
    with postgres_server.running_server() as folder:
        yield folder


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an archive that is not there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "资料 库.db")
    return postgres_server.new_database(request.getfixturevalue("postgresql"))
