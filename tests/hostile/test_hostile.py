"""Whatever is wrong with a file, it ends in its text or in its typed error, and soon."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from heshu.pipeline.workers import Worker
from heshu.schemas.file_errors import FileError
from hostile.case import Hostile, read_whole
from hostile.pdfs import PDF_FILES
from hostile.texts import TEXT_FILES
from hostile.words import WORD_FILES

FILES = (*WORD_FILES, *PDF_FILES, *TEXT_FILES)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(seconds=20, megabytes=1000, preload=["heshu.pipeline.warm"]) as made:
        yield made


def test_there_are_enough_of_them():
    assert len(FILES) >= 60
    assert len({file.name for file in FILES}) == len(FILES)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_it_ends_well(file: Hostile, worker: Worker):
    ended, text = _outcome(file, worker)
    if ended:
        assert isinstance(ended, file.ends), ended
    else:
        assert file.says or not file.ends, f"it was read: {text[:80]}"
        assert file.says in text


def _outcome(file: Hostile, worker: Worker) -> tuple[FileError | None, str]:
    try:
        return None, worker.run(read_whole, file.name, file.make())
    except FileError as error:
        return error, ""
