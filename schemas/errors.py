"""Every error that heshu raises on purpose: what happened, and what to do about it.

HeshuError
├── UsageError            the call itself is wrong
├── OutputError           the results cannot be written
├── ArchiveError          the archive cannot be used
│   ├── MissingDriver
│   └── RowsRefused
├── ClusterError          the cluster cannot be used
│   └── MissingCluster
├── Interrupted           the user stopped the run
└── FileError             one file; the others go on (``file_errors``)
"""

from __future__ import annotations

from typing import ClassVar


class HeshuError(Exception):
    """An error with a stable code, a Chinese message and a remedy.

    ``detail`` is put behind the message; ``english`` and ``remedy`` belong to the class.
    """

    code: ClassVar[str] = "heshu"
    chinese: ClassVar[str] = "出错"
    english: ClassVar[str] = "an error"
    remedy: ClassVar[str] = "请把命令和这条信息一起反馈给我们。"

    def __init__(self, detail: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail

    @property
    def message(self) -> str:
        """What happened, in Chinese with the detail."""
        return f"{self.chinese}（{self.detail}）" if self.detail else self.chinese

    def __str__(self) -> str:
        return f"[{self.code}] {self.message}。{self.remedy}"

    def __reduce__(self) -> tuple[type[HeshuError], tuple[str | None]]:
        return type(self), (self.detail,)


class UsageError(HeshuError):
    """The command or call cannot be carried out as written."""

    code = "usage"
    chinese = "用法有误"
    english = "wrong usage"
    remedy = "请用 heshu --help 查看用法。"


class OutputError(HeshuError):
    """The results cannot be written: the disk is full, or a file is held by a program."""

    code = "output"
    chinese = "结果无法写入"
    english = "the results cannot be written"
    remedy = "请检查磁盘空间和写入权限，关闭正在打开结果文件的程序，再重新运行。"


class ArchiveError(HeshuError):
    """The archive (资料库) cannot be opened, read or written; ``detail`` says which and why."""

    code = "archive"
    chinese = "资料库无法使用"
    english = "the archive cannot be used"
    remedy = "请检查资料库的地址、权限和磁盘空间，再重新运行；已写入的内容不受影响。"


class MissingDriver(ArchiveError):
    """The archive stands in a database whose driver is not installed."""

    code = "missing-driver"
    chinese = "缺少连接 PostgreSQL 的组件"
    english = "the PostgreSQL driver is not installed"
    remedy = "请运行：pip install 'heshu[postgres]'"


class RowsRefused(ArchiveError):
    """The rows of one document contradict the tables; the archive is as it was."""

    code = "rows-refused"
    chinese = "资料库不接受这个文件的数据"
    english = "the archive refuses the rows of this file"


class ClusterError(HeshuError):
    """The cluster cannot be reached or was lost; ``detail`` says where and why."""

    code = "cluster"
    chinese = "计算集群无法使用"
    english = "the cluster cannot be used"
    remedy = (
        "请确认调度程序（dask scheduler）和工作进程（dask worker）在运行、装有同一版本的核数，"
        "再重新运行同一命令；已写入的内容不受影响。"
    )


class MissingCluster(ClusterError):
    """A cluster is asked for and Dask is not installed."""

    code = "missing-cluster"
    chinese = "缺少连接计算集群的组件"
    english = "Dask is not installed"
    remedy = "请运行：pip install 'heshu[cluster]'"


class Interrupted(HeshuError):
    """The user stopped the run; ``detail`` says where what was finished stands."""

    code = "interrupted"
    chinese = "已中断"
    english = "interrupted"
    remedy = "重新运行同一命令即可得到完整结果。"
