"""The command ``heshu units``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..schemas.errors import OutputError, UsageError
from .archive import DEFAULT
from .console import say
from .status import ALL_READ, SOME_FAILED

if TYPE_CHECKING:
    from .archive.store import Archive


@click.command()
@click.option(
    "--archive",
    default=DEFAULT,
    show_default=True,
    metavar="URL",
    help="资料库：SQLite 文件，或 postgresql://用户@主机/库。"
    "The archive: a SQLite file, or the URL of a PostgreSQL database.",
)
@click.option(
    "--export",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="写成 CSV，可用 Excel 修改“统一为”一列。Write the list as CSV, to be edited in Excel.",
)
@click.option(
    "--import",
    "source",
    type=click.Path(dir_okay=False, path_type=Path),
    help="收回改过的 CSV。Take the edited CSV back.",
)
def units(archive: str, target: Path | None, source: Path | None) -> int:
    """列出资料库中各单位的名称，导出、导入名称对照表。

    同一单位的不同写法统一为一个名称，各年度、各项目的报告才能相互核对。

    List the units of an archive; export and import whose names are whose.
    """
    from .archive.store import Archive

    if target is not None and source is not None:
        raise UsageError("--export 和 --import 只能给一样")
    with Archive.open(archive) as opened:
        if source is not None:
            return _take(opened, source)
        return _give(opened, target)


def _take(archive: Archive, source: Path) -> int:
    from .unit_list import match_names

    done = match_names(archive, source)
    counts = f"更改 {done.changed} 个，未变 {done.unchanged} 个，需看 {len(done.problems)} 个"
    for line in (f"单位名称：{counts}", *done.problems):
        say(line)
    return SOME_FAILED if done.problems else ALL_READ


def _give(archive: Archive, target: Path | None) -> int:
    from .unit_list import unit_names, write_names

    names = unit_names(archive)
    if target is None:
        for one in names:
            as_printed = f"{one.name} → " if one.name != one.unit else ""
            years = "、".join(map(str, one.years)) or "年度不明"
            click.echo(f"{as_printed}{one.unit}  {one.reports} 份（{years}）")
        return ALL_READ
    try:
        write_names(names, target)
    except OSError as error:
        raise OutputError(str(target)) from error
    say(f"单位名称 {len(names)} 个，写在 {target}；改“统一为”一列后用 --import 收回")
    return ALL_READ
