"""The command ``heshu ingest``."""

from __future__ import annotations

from pathlib import Path

import click

from .archive import DEFAULT
from .console import say
from .ingest import ingest as ingest_files
from .options import Access, paths_argument, reading_options
from .progress import Pace, outcome, shown_ingest
from .status import ALL_READ, SOME_FAILED


@click.command()
@paths_argument
@click.option(
    "--archive",
    default=DEFAULT,
    show_default=True,
    metavar="URL",
    help="资料库：SQLite 文件，或 postgresql://用户@主机/库。"
    "The archive: a SQLite file, or the URL of a PostgreSQL database.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="由这个 Dask 调度程序的集群读取，如 tcp://主机:8786。"
    "Read by the cluster of this Dask scheduler.",
)
@click.option(
    "--retry-failed",
    is_flag=True,
    help="以前读取失败的也重读；不加则只重读原因可能已消失的（文件被占用、缺少的程序已装上、"
    "读取进程被终止）和给了密码的加密文件。Read again what failed before; without it only "
    "what may have passed (a file in use, a missing program, a killed process) is tried.",
)
@reading_options
def ingest(
    paths: tuple[Path, ...],
    archive: str,
    cluster: str | None,
    retry_failed: bool,
    access: Access,
) -> int:
    """读取文件、文件夹、压缩包，存入资料库。

    已用同一版本读过的内容不再重读；中断后重新运行同一命令即可继续。

    Read files, folders and zip archives into the archive. What this version has read
    already is skipped: a run that was stopped goes on when it is started again.
    """
    if any(path.is_dir() for path in paths):
        say("清点文件…… counting files")
    pace = Pace()
    with shown_ingest(pace) as watch:
        done = ingest_files(
            paths,
            archive,
            password=access.password,
            limits=access.limits,
            cluster=cluster,
            retry_failed=retry_failed,
            watch=watch,
        )
    for line in outcome(done, pace):
        say(line)
    return SOME_FAILED if done.failed or done.given_up else ALL_READ
