"""Results replace earlier ones only when all is written."""

import errno
from pathlib import Path

import pytest

from heshu.pipeline.outputs.staging import staged
from heshu.schemas.errors import Interrupted, OutputError


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "figures.csv").write_text("earlier", encoding="utf-8")
    (tmp_path / "mine.md").write_text("mine", encoding="utf-8")
    return tmp_path


def contents(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


def write(folder: Path) -> None:
    (folder / "figures.csv").write_text("new", encoding="utf-8")


def test_new_results_take_the_place_of_earlier_ones(out: Path) -> None:
    with staged(out) as folder:
        write(folder)
        assert contents(out)["figures.csv"] == "earlier"
    assert contents(out) == {"figures.csv": "new", "mine.md": "mine"}
    assert not [path for path in out.iterdir() if path.is_dir()]


def test_folders_are_made(tmp_path: Path) -> None:
    with staged(tmp_path / "a" / "b") as folder:
        write(folder)
    assert contents(tmp_path) == {"a/b/figures.csv": "new"}


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "磁盘已满"), (errno.EIO, "未改动")])
def test_a_disk_that_refuses_leaves_earlier_results(out: Path, number: int, said: str) -> None:
    with pytest.raises(OutputError, match=said), staged(out) as folder:
        write(folder)
        raise OSError(number, "refused")
    assert contents(out) == {"figures.csv": "earlier", "mine.md": "mine"}


def test_a_fault_leaves_earlier_results(out: Path) -> None:
    with pytest.raises(ZeroDivisionError), staged(out) as folder:
        write(folder)
        raise ZeroDivisionError
    assert contents(out) == {"figures.csv": "earlier", "mine.md": "mine"}


def test_an_interruption_keeps_what_was_finished_beside_earlier_results(out: Path) -> None:
    with pytest.raises(Interrupted) as stopped, staged(out) as folder:
        write(folder)
        raise KeyboardInterrupt
    assert stopped.value.detail is not None
    assert str(folder) in stopped.value.detail
    assert contents(folder) == {"figures.csv": "new"}
    assert contents(out)["figures.csv"] == "earlier"


def test_a_folder_that_cannot_be_made_is_told(out: Path) -> None:
    with pytest.raises(OutputError), staged(out / "mine.md" / "below"):
        pass
