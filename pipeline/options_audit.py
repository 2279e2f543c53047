"""What ``heshu audit`` takes on the command line: an archive with its scope, and the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce, wraps
from pathlib import Path

import click

from .checks.choice import Choice

_Option = Callable[[Callable[..., int]], Callable[..., int]]

_ARCHIVE = (
    click.option(
        "--archive",
        metavar="URL",
        help="核对资料库中的报告，不另给文件：同一单位各年度、各项目的报告相互核对。"
        "Audit the reports of an archive instead of files.",
    ),
    click.option("--unit", help="只核对资料库中的这个单位。Only this unit of the archive."),
    click.option(
        "--year",
        type=int,
        help="只列涉及这个评价年度的疑点。Only what concerns this evaluated year.",
    ),
)
_RULES = (
    click.option(
        "--profile",
        help="评分办法（如 sichuan）；默认按报告自己所说。"
        "Scoring rules; what each report says of itself unless given.",
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="RULE",
        help="关闭一条规则，可多次使用。Switch a rule off, by id; may be given several times.",
    ),
)
_RESULT = (
    click.option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        help="结果文件：.xlsx 审计底稿、.html 网页、.pdf 批注原件、.json；不写则列在屏幕上。"
        "File to write; without it the doubts are listed.",
    ),
    click.option(
        "--import",
        "papers",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=Path),
        help="把审计底稿（--out 写出的 .xlsx）里填的处理意见收回来，可多次使用；"
        "与 --archive 同用时存入资料库。Take an auditor's dispositions back from a working paper.",
    ),
    click.option(
        "--strict",
        is_flag=True,
        help="有“错误”级疑点时退出码为 1，误报和已说明的不算。Exit status 1 where an error stands.",
    ),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An archive as it was asked for; ``archive`` is null where files are audited."""

    archive: str | None
    unit: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Result:
    """Where an audit goes, which working papers are taken back, and whether errors count."""

    out: Path | None
    papers: tuple[Path, ...]
    strict: bool


def archive_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command ``--archive``, ``--unit`` and ``--year``, as its ``wanted``."""

    @wraps(command)
    def asked(archive: str | None, unit: str | None, year: int | None, **given: object) -> int:
        return command(wanted=Wanted(archive, unit, year), **given)

    return _with(_ARCHIVE, asked)


def rules_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command ``--profile`` and ``--without``, as its ``choice``."""

    @wraps(command)
    def chosen(profile: str | None, without: tuple[str, ...], **given: object) -> int:
        return command(choice=Choice.of(without, profile), **given)

    return _with(_RULES, chosen)


def result_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command ``--out``, ``--import`` and ``--strict``, as its ``result``."""

    @wraps(command)
    def directed(out: Path | None, papers: tuple[Path, ...], strict: bool, **given: object) -> int:
        return command(result=Result(out, papers, strict), **given)

    return _with(_RESULT, directed)


def _with(options: Iterable[_Option], command: Callable[..., int]) -> Callable[..., int]:
    return reduce(lambda so_far, option: option(so_far), reversed(tuple(options)), command)
