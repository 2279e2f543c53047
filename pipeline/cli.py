"""The command ``heshu``: thin, it calls the same functions as ``import heshu``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import get_args

import click

from ..schemas.errors import HeshuError, Interrupted, UsageError
from .cli_audit import audit, rules
from .cli_export import export
from .cli_ingest import ingest
from .cli_units import units
from .console import say, shown_progress, survive_any_console, tell_outcome
from .dictionary import dictionary
from .options import Access, paths_argument, reading_options
from .outputs.writer import OutputFormat
from .run import find, write_tables
from .show import show_readings
from .status import ALL_READ, SOME_FAILED, STOPPED, WRONG_USAGE
from .usage import explained
from .version import __version__


def main() -> None:
    """Run the command line and leave with its exit status."""
    survive_any_console()
    try:
        status = cli.main(standalone_mode=False)
    except click.UsageError as error:
        say(explained(error))
        status = WRONG_USAGE
    except UsageError as error:
        say(f"{error}\n{error.english}")
        status = WRONG_USAGE
    except HeshuError as error:
        say(f"{error}\n{error.english}")
        status = STOPPED if isinstance(error, Interrupted) else SOME_FAILED
    except (KeyboardInterrupt, click.Abort):
        say("已中断 interrupted")
        status = STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = SOME_FAILED
    sys.exit(status)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="heshu")
def cli() -> None:
    """核数：从预算绩效自评报告中读出精确的数字和表格。

    heshu reads budget-performance self-evaluation reports into exact tables.
    """


@cli.command()
@paths_argument
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="结果文件夹；不写则显示摘要。Folder for the tables; without it a summary is shown.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(get_args(OutputFormat)),
    help="结果格式，默认 csv。Format of the tables; csv unless given.",
)
@reading_options
def extract(
    paths: tuple[Path, ...],
    out: Path | None,
    format_: OutputFormat | None,
    access: Access,
) -> int:
    """读取文件、文件夹、压缩包，写出数据表。

    各文件的结果互不影响；文件之间的核对见 heshu audit。

    Read files, folders and zip archives into tables. What files say of each other is
    told by "heshu audit".
    """
    if out is None and format_ is not None:
        raise UsageError("--format 需要与 --out 一起使用")
    plan = find(paths, password=access.password, out=out)
    if not plan.intakes:
        say("没有找到可读的报告文件 no report files found")
    with shown_progress(len(plan.intakes)) as watch:
        if out is None:
            done = show_readings(plan, access.limits, watch)
        else:
            done = write_tables(plan, out, format_ or "csv", access.limits, watch)
    tell_outcome(done, out)
    return SOME_FAILED if done.failed else ALL_READ


@cli.command()
def tables() -> int:
    """列出所有数据表和字段的含义。

    Print the data dictionary: every table, its columns and what they mean.
    """
    click.echo(dictionary())
    return ALL_READ


cli.add_command(ingest)
cli.add_command(audit)
cli.add_command(export)
cli.add_command(rules)
cli.add_command(units)
