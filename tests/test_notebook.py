"""The example notebook runs on a dataset made of the samples."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import nbformat
import pytest
from nbclient import NotebookClient

from heshu.pipeline.archive.store import Archive
from heshu.pipeline.dataset.export import export
from heshu.pipeline.ingest import ingest

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What the cells of the notebook show."""
    folder = tmp_path_factory.mktemp("notebook")
    ingest([DATA / "samples"], str(folder / "heshu.db"))
    with Archive.open(str(folder / "heshu.db")) as archive:
        export(archive, folder / "dataset")
    notebook = cast(Any, nbformat).read(DATA / "notebooks" / "dataset.ipynb", as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def test_no_cell_complains(outputs: list[Any]):
    assert [output for output in outputs if output.output_type == "error"] == []


def test_execution_rates_are_drawn(outputs: list[Any]):
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 1


def test_contradictions_are_listed(outputs: list[Any]):
    last = outputs[-1].data["text/plain"]
    assert "≠" in last


def test_it_is_kept_without_outputs():
    notebook = cast(Any, nbformat).read(DATA / "notebooks" / "dataset.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)
