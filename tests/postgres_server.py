"""A PostgreSQL server for the tests, started from the programs on this machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

import psycopg

_NOBODY = 65534
_NUMBERS = count(1)
_ATTEMPTS = 300


def why_not() -> str | None:
    """What is missing to start a server; null where nothing is."""
    if not hasattr(os, "getuid"):
        return "the server of the tests needs unix sockets"
    missing = [name for name in ("initdb", "postgres") if _program(name) is None]
    if os.getuid() == 0 and shutil.which("setpriv") is None:
        missing.append("setpriv")
    return f"not on this machine: {', '.join(missing)}" if missing else None


@contextmanager
def running_server() -> Generator[Path]:
    """A server for as long as the block runs; gives the folder of its socket."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        if os.getuid() == 0:
            os.chown(folder, _NOBODY, _NOBODY)
        _initialise(folder)
        with _server(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(folder: Path) -> str:
    """The URL of an empty schema of the server, which is made sooner than a database."""
    name = f"archive_{next(_NUMBERS)}"
    with psycopg.connect(_conninfo(folder), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    options = urlencode({"host": folder, "options": f"-csearch_path={name}"})
    return f"postgresql://tester@/postgres?{options}"


def drop_connections(folder: Path) -> None:
    """End all connections to the server but the one that says so."""
    with psycopg.connect(_conninfo(folder), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = 'postgres' AND pid <> pg_backend_pid()"
        )


def _program(name: str) -> str | None:
    """A program of the server; Debian keeps them off the path."""
    beside = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(beside))


def _conninfo(folder: Path) -> str:
    return f"host={folder} user=tester dbname=postgres"


def _unprivileged(name: str, *options: str) -> list[str]:
    """The command as another user where this one is root, whom PostgreSQL refuses."""
    command = [_program(name) or name, *options]
    if os.getuid() != 0:
        return command
    ids = [f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]
    return ["setpriv", *ids, *command]


def _initialise(folder: Path) -> None:
    options = ["--username=tester", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    command = _unprivileged("initdb", *options, f"--pgdata={folder / 'data'}")
    subprocess.run(command, check=True, capture_output=True, cwd=folder)


@contextmanager
def _server(folder: Path) -> Generator[None]:
    options = ["-c", "listen_addresses=", "-c", "fsync=off", "-k", str(folder)]
    command = _unprivileged("postgres", "-D", str(folder / "data"), *options)
    log = (folder / "log").open("wb")
    server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
    try:
        _wait(folder, server)
        yield
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: what it holds is thrown away
        server.wait(60)
        log.close()


def _wait(folder: Path, server: subprocess.Popen[bytes]) -> None:
    for attempt in range(_ATTEMPTS):
        assert server.poll() is None, (folder / "log").read_text(errors="replace")
        try:
            psycopg.connect(_conninfo(folder)).close()
        except psycopg.OperationalError:
            assert attempt < _ATTEMPTS - 1, (folder / "log").read_text(errors="replace")
            time.sleep(0.1)
        else:
            return
