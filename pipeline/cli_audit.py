"""The commands ``heshu audit`` and ``heshu rules``."""

from __future__ import annotations

from pathlib import Path

import click

from .audit.model import Audit
from .audit.run import examine_files
from .audit.writing import form_of, write_audit
from .checks.choice import Choice
from .console import say, shown_progress
from .options import Access, paths_argument, reading_options
from .run import find
from .status import ALL_READ, SOME_FAILED


@click.command()
@paths_argument
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="结果文件：.xlsx 审计底稿、.html 网页、.pdf 批注原件、.json；不写则列在屏幕上。"
    "File to write; without it the doubts are listed.",
)
@click.option(
    "--profile",
    help="评分办法（如 sichuan）；默认按报告自己所说。"
    "Scoring rules; what each report says of itself unless given.",
)
@click.option(
    "--without",
    multiple=True,
    metavar="RULE",
    help="关闭一条规则，可多次使用。Switch a rule off, by id; may be given several times.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="有“错误”级疑点时退出码为 1。Exit status 1 where an error stands.",
)
@reading_options
def audit(
    paths: tuple[Path, ...],
    out: Path | None,
    profile: str | None,
    without: tuple[str, ...],
    strict: bool,
    access: Access,
) -> int:
    """核对报告中的数字，写出审计底稿、网页或批注。

    Check the figures of reports against each other.
    """
    choice = Choice.of(without, profile)
    if out is not None:
        form_of(out)
    plan = find(paths, password=access.password, out=out)
    if plan.own:
        say(f"跳过核数自己写出的文件 {len(plan.own)} 个：{'、'.join(plan.own)}")
    if not plan.intakes:
        say("没有找到可读的报告文件 no report files found")
        return ALL_READ
    with shown_progress(len(plan.intakes)) as watch:
        account = examine_files(plan, choice, access.limits, watch)
    _tell(account, out, access.password)
    stands = strict and account.has_errors
    return SOME_FAILED if stands or account.failed() else ALL_READ


@click.command()
def rules() -> int:
    """列出所有核对规则：编号、名称、公式、严重程度。

    Print the audit rules: ids, names, formulas and severities.
    """
    from .checks.catalogue import catalogue

    click.echo(catalogue())
    return ALL_READ


def _tell(account: Audit, out: Path | None, password: str | None) -> None:
    """Write the account, or list it where there is no file to write."""
    from .audit.listing import print_audit, summary

    if out is None:
        print_audit(account)
        return
    written = write_audit(account, out, password)
    say(f"{summary(account)}，结果在 {'、'.join(map(str, written))}")
