"""The README tells every command, option and table, and its first commands are real."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import heshu
from heshu.pipeline.cli import cli
from heshu.pipeline.values import printed
from heshu.schemas.tables import TABLES

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(?:bash|bat)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_documented(name: str) -> None:
    assert f"### `heshu {name}`" in README


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_option_is_documented(name: str) -> None:
    for parameter in cli.commands[name].params:
        if isinstance(parameter, click.Option):
            assert f"`{parameter.opts[-1]}" in README


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"^### `heshu (\w+)`", README, re.MULTILINE)) == set(cli.commands)


def test_every_table_is_named() -> None:
    for table in TABLES:
        assert f"`{table.name}`" in README


def test_the_first_two_commands_show_a_sample_and_run_the_tests() -> None:
    assert BLOCKS[0].split() == ["python3", ".ci/do.py", "sample"]
    assert BLOCKS[1].split() == ["python3", ".ci/do.py", "test"]


def test_the_same_command_runs_the_tests_in_continuous_integration() -> None:
    script = (ROOT / ".ci" / "do.py").read_text(encoding="utf-8")
    assert ".ci/do.py check" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"def check\(\).*?\n    test\(\)\n", script, re.DOTALL)


def test_the_setup_script_says_how_to_use_it() -> None:
    command = [sys.executable, ROOT / ".ci" / "do.py", "nonsense"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "sample" in done.stderr


@pytest.mark.parametrize("name", ["funds", "indicators", "findings"])
def test_the_rows_shown_are_those_of_the_form_beside_them(name: str) -> None:
    lines = README.partition(f"\n`{name}`\n\n")[2].partition("\n\n")[0].splitlines()
    heading, _, *rows = ([cell.strip() for cell in line.split("|")[1:-1]] for line in lines)
    form = heshu.read(ROOT / "data" / "samples" / "parking_form.pdf")
    given = [[printed(row[column]) for column in heading] for row in form.rows[name]]
    assert rows
    assert [row for row in given if row in rows] == rows


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_linked_files_and_named_folders_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    named = re.findall(r"`((?:schemas|extractors|pipeline|data|tests|benchmarks)/[\w./]*)`", text)
    for path in (*linked, *named):
        assert (ROOT / path).exists(), path


def test_every_lock_names_hashes_and_no_place_to_download_from() -> None:
    for lock in ROOT.glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        pins = re.findall(r"^[\w.\[\]-]+==.*$", text, re.MULTILINE)
        assert pins
        assert all(pin.endswith("\\") for pin in pins)
        assert not re.search(r"https?://|file:|--(extra-)?index|find-links|trusted", text)
