"""What several commands take on the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce, wraps
from pathlib import Path

import click

from .run import Limits

DEFAULTS = Limits()

paths_argument = click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)

_READING = (
    click.option("--password", help="打开加密文件的密码。Password for encrypted files."),
    click.option(
        "--timeout",
        type=click.FloatRange(min=1),
        default=DEFAULTS.seconds,
        show_default=True,
        help="每个文件的时间上限（秒）。Seconds that one file may take.",
    ),
    click.option(
        "--memory",
        type=click.IntRange(min=128),
        default=DEFAULTS.megabytes,
        show_default=True,
        help="每个文件的内存上限（MB）。Megabytes that one file may take.",
    ),
)


@dataclass(frozen=True, slots=True)
class Access:
    """How files are read: the password for encrypted ones, and what one may take."""

    password: str | None
    limits: Limits


def reading_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command ``--password``, ``--timeout`` and ``--memory``, as its ``access``."""

    @wraps(command)
    def with_access(password: str | None, timeout: float, memory: int, **given: object) -> int:
        return command(access=Access(password, Limits(timeout, memory)), **given)

    return reduce(lambda so_far, option: option(so_far), reversed(_READING), with_access)
