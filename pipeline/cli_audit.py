"""The commands ``heshu audit`` and ``heshu rules``."""

from __future__ import annotations

from pathlib import Path

import click

from ..schemas.errors import UsageError
from .audit.run import examine_files
from .audit.showing import tell_audit
from .audit.writing import form_of
from .checks.choice import Choice
from .cli_audit_archive import audit_of_archive
from .console import say, shown_progress
from .options import Access, reading_options
from .options_audit import Result, Wanted, archive_options, result_options, rules_options
from .outputs.signature import TAIL, is_signed
from .run import find
from .status import ALL_READ, SOME_FAILED


@click.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(path_type=Path))
@archive_options
@rules_options
@result_options
@reading_options
def audit(
    paths: tuple[Path, ...], wanted: Wanted, choice: Choice, result: Result, access: Access
) -> int:
    """核对报告中的数字，写出审计底稿、网页或批注。

    给文件时核对这些文件；给 --archive 时核对资料库。

    Check the figures of reports against each other: those of files, or of an archive.
    """
    if result.out is not None:
        form_of(result.out)
    if wanted.archive is not None:
        if paths:
            raise UsageError("文件和 --archive 只能给一样：核对文件，或核对资料库")
        return audit_of_archive(wanted.archive, wanted, result, choice)
    if wanted.unit is not None or wanted.year is not None:
        raise UsageError("--unit、--year 需要与 --archive 一起使用")
    if not paths:
        raise UsageError("请给出报告文件，或用 --archive 指定资料库")
    return _audit_files(paths, choice, result, access)


@click.command()
def rules() -> int:
    """列出所有核对规则：编号、名称、公式、严重程度。

    Print the audit rules: ids, names, formulas and severities.
    """
    from .checks.catalogue import catalogue

    click.echo(catalogue())
    return ALL_READ


def _audit_files(paths: tuple[Path, ...], choice: Choice, result: Result, access: Access) -> int:
    from .audit.importing import standing

    _refuse_own(paths)
    said, imported = standing(result.papers)
    plan = find(paths, password=access.password, out=result.out)
    if plan.own:
        say(f"跳过核数自己写出的文件 {len(plan.own)} 个：{'、'.join(plan.own)}")
    if not plan.intakes:
        say("没有找到可读的报告文件 no report files found")
        return ALL_READ
    with shown_progress(len(plan.intakes)) as watch:
        account = examine_files(plan, choice, access.limits, watch, said)
    if result.papers:
        imported.tell(say)
    tell_audit(account, result.out, access.password)
    stands = result.strict and account.has_errors
    return SOME_FAILED if stands or account.failed() or imported.problems else ALL_READ


def _refuse_own(paths: tuple[Path, ...]) -> None:
    """Raise ``UsageError`` for a workbook that heshu itself wrote, given as a report."""
    for path in paths:
        is_workbook = path.suffix.lower() == ".xlsx" and path.is_file()
        if is_workbook and is_signed(path.read_bytes()[-TAIL:]):
            raise UsageError(
                f"{path} 是核数写出的，不是报告；要收回底稿里的处理意见，请用 --import {path}"
            )
