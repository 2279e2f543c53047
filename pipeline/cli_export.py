"""The command ``heshu export``."""

from __future__ import annotations

from pathlib import Path

import click

from .archive import DEFAULT
from .console import say
from .status import ALL_READ


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
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="数据集文件夹；里面以前导出的数据集会被替换。"
    "Folder for the dataset; an earlier one in it is replaced.",
)
@click.option("--csv", is_flag=True, help="另写一套 CSV。Write the tables as CSV too.")
@click.option("--xlsx", is_flag=True, help="另写一个 Excel 工作簿。Write a workbook too.")
def export(archive: str, out: Path, csv: bool, xlsx: bool) -> int:
    """把资料库导出为数据集：分年度的 Parquet、数据字典、说明和校验清单。

    Write the archive as a dataset: Parquet by year, data dictionary, README, checksums.
    """
    from .archive.store import Archive
    from .dataset import export as dataset

    wanted: dict[dataset.Beside, bool] = {"csv": csv, "xlsx": xlsx}
    with Archive.open(archive) as opened:
        done = dataset.export(opened, out, [name for name, asked in wanted.items() if asked])
    for notice in done.notices:
        say(notice)
    rows = done.rows
    say(
        f"已写出 {rows.get('documents', 0)} 个文件、{rows.get('reports', 0)} 份报告、"
        f"{rows.get('figures', 0)} 个数字：{done.folder}"
    )
    return ALL_READ
