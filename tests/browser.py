"""A browser without a window, driven over a pipe; for what only a browser can tell."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import pytest

PROGRAM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
needs_browser = pytest.mark.skipif(
    PROGRAM is None or os.name == "nt", reason="no Chromium that is driven over a pipe"
)
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-pipe",
)

_START = """
import fcntl, os, sys
high = [fcntl.fcntl(int(each), fcntl.F_DUPFD, 10) for each in sys.argv[1:3]]
for given, expected in zip(high, (3, 4)):
    os.dup2(given, expected)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium expects its pipes under the numbers 3 and 4."""


@dataclass
class Page:
    """A page in the browser; ``complaints`` are what its console said."""

    commands: BinaryIO
    answers: BinaryIO
    session: str | None = None
    sent: int = 0
    complaints: list[str] = field(default_factory=list[str])
    events: list[str] = field(default_factory=list[str])

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        self.sent += 1
        message: dict[str, object] = {"id": self.sent, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.commands.write(json.dumps(message).encode() + b"\0")
        self.commands.flush()
        while (answer := self._next()).get("id") != self.sent:
            self._note(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, file: Path) -> None:
        self.call("Page.navigate", url=file.as_uri())
        while "Page.loadEventFired" not in self.events:
            self._note(self._next())

    def do(self, code: str) -> Any:
        """The value of a piece of JavaScript."""
        done = self.call("Runtime.evaluate", expression=code, returnByValue=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key)

    def _note(self, event: dict[str, Any]) -> None:
        self.events.append(event.get("method", ""))
        if event.get("method") == "Log.entryAdded":
            self.complaints.append(event["params"]["entry"]["text"])
        if event.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(event["params"]))

    def _next(self) -> dict[str, Any]:
        text = b""
        while not text.endswith(b"\0"):
            read = self.answers.read(1)
            assert read, "the browser has gone"
            text += read
        return json.loads(text[:-1])


@contextmanager
def browser(folder: Path) -> Generator[Page]:
    """A page of a browser of its own, which keeps its files in the folder."""
    ours_in, theirs_out = os.pipe()
    theirs_in, ours_out = os.pipe()
    command = [sys.executable, "-c", _START, str(theirs_in), str(theirs_out), str(PROGRAM)]
    command += [*_OPTIONS, f"--user-data-dir={folder}"]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, pass_fds=(theirs_in, theirs_out), stdout=quiet, stderr=quiet
    )
    os.close(theirs_in)
    os.close(theirs_out)
    with os.fdopen(ours_out, "wb") as commands, os.fdopen(ours_in, "rb") as answers:
        page = Page(commands, answers)
        target = page.call("Target.createTarget", url="about:blank")["targetId"]
        attached = page.call("Target.attachToTarget", targetId=target, flatten=True)
        page.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            page.call(f"{domain}.enable")
        try:
            yield page
        finally:
            page.session = None
            page.call("Browser.close")
            process.wait(10)
