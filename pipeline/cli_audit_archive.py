"""``heshu audit --archive``: what is asked of an archive, and what is told of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..schemas.errors import UsageError
from .audit.showing import tell_audit
from .audit.writing import form_of
from .checks.choice import Choice
from .console import say
from .options_audit import Result, Wanted
from .status import ALL_READ, SOME_FAILED

if TYPE_CHECKING:
    from .archive.store import Archive

_LINE_EVERY = 100
"""Units between two lines of progress."""


def audit_of_archive(address: str, wanted: Wanted, result: Result, choice: Choice) -> int:
    """Take the working papers in; then audit, unless that was all that was asked for.

    Raises ``UsageError`` where the archive cannot give what is asked for.
    """
    _check(wanted, result, choice)
    from .archive.store import Archive

    with Archive.open(address) as archive:
        unclear = _import(archive, result.papers)
        if result.papers and result.out is None:
            return SOME_FAILED if unclear else ALL_READ
        stands = _audit(archive, wanted, result, choice)
    return SOME_FAILED if stands or unclear else ALL_READ


def _check(wanted: Wanted, result: Result, choice: Choice) -> None:
    form = result.out and form_of(result.out)
    if choice.profile is not None:
        raise UsageError(
            "--profile 不能与 --archive 一起使用：资料库中的报告入库时已按其评分办法核对"
        )
    if form == ".pdf":
        raise UsageError("资料库不存原件，写不出批注 PDF；请直接给出报告文件")
    if form == ".html" and wanted.unit is None:
        raise UsageError("网页只写一个单位的报告，请加 --unit；整个资料库请写 .xlsx 或 .json")


def _import(archive: Archive, papers: tuple[Path, ...]) -> bool:
    """Take the papers in, and say what came of it; whether some rows are unclear."""
    from .audit.importing import import_dispositions

    if not papers:
        return False
    imported = import_dispositions(archive, papers)
    imported.tell(say)
    return bool(imported.problems)


def _audit(archive: Archive, wanted: Wanted, result: Result, choice: Choice) -> bool:
    """Audit and tell; whether an error stands that was asked to be told by the exit status."""
    from .audit.archived import Scope, audit_archive

    scope = Scope(wanted.unit, wanted.year)
    account = audit_archive(archive, scope, choice, _tell_progress)
    if not account.files:
        say("资料库里没有可核对的报告 no reports to audit")
        return False
    tell_audit(account, result.out)
    return result.strict and account.has_errors


def _tell_progress(done: int, total: int) -> None:
    if total > _LINE_EVERY and (done % _LINE_EVERY == 0 or done == total):
        say(f"{done}/{total} 个单位")
