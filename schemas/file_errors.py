"""What can be wrong with one file: it costs that file, and the others go on.

FileError
├── EmptyFile
├── UnknownFormat
│   └── PackedFile
├── DamagedFile
├── EncryptedFile
│   └── EncryptedOffice
├── NoTextLayer
│   └── MissingExtra
├── MissingTool
├── FileNotReadable
│   ├── FileNotThere
│   └── FileChanging
└── UnsafeFile
    ├── TooLarge
    ├── ForbiddenDoctype
    ├── TimeLimit
    ├── MemoryLimit
    └── ReaderCrashed
        └── ReaderFault
"""

from __future__ import annotations

import sys
from typing import ClassVar

from .errors import HeshuError

_INSTALL_OFFICE = {
    "linux": "sudo apt install libreoffice-writer，或 sudo dnf install libreoffice-writer",
    "darwin": "brew install --cask libreoffice",
    "win32": "winget install TheDocumentFoundation.LibreOffice",
}
"""The command that installs LibreOffice, by the names Python has for systems."""


class FileError(HeshuError):
    """One file cannot be read; the others are not concerned.

    ``passing``: what stood in the way may be gone next time, for the same bytes.
    """

    code = "file"
    chinese = "文件无法读取"
    english = "the file cannot be read"
    remedy = "请检查文件后重试。"
    passing: ClassVar[bool] = False


class FileNotReadable(FileError):
    """The operating system refuses the file."""

    code = "not-readable"
    chinese = "系统拒绝读取文件"
    english = "the operating system refuses the file"
    remedy = "请检查文件是否存在、权限是否足够、是否被其他程序占用。"
    passing = True


class FileNotThere(FileNotReadable):
    """There is no file at the path; ``detail`` names files with similar names."""

    code = "not-there"
    chinese = "文件不存在"
    english = "there is no such file"
    remedy = "请检查路径是否写对、文件是否已移走或改名；路径里有空格的要加引号。"


class FileChanging(FileNotReadable):
    """The file was written to while it was read."""

    code = "changing"
    chinese = "读取期间文件仍在被写入"
    english = "the file was written to while it was read"
    remedy = "请等文件保存或下载完毕后重新运行。"


class EmptyFile(FileError):
    """The file has no bytes."""

    code = "empty"
    chinese = "文件是空的"
    english = "the file is empty"
    remedy = "请重新下载或向提供者索取原件。"


class UnknownFormat(FileError):
    """The content is of no format that heshu reads, whatever its suffix says."""

    code = "unknown-format"
    chinese = "无法识别的文件格式"
    english = "unknown file format"
    remedy = "请另存为 .docx、.pdf 或 .xlsx 后重试。"


class PackedFile(UnknownFormat):
    """An archive of a kind that heshu does not open; zip is the one it does."""

    code = "packed"
    chinese = "压缩包格式不支持，只能直接读取 .zip"
    english = "an archive that is no zip"
    remedy = "请先解压，再读取解压出来的文件或文件夹。"


class DamagedFile(FileError):
    """The content breaks off or contradicts its own format."""

    code = "damaged"
    chinese = "文件已损坏"
    english = "the file is damaged"
    remedy = "请重新下载，或用 Word、WPS、PDF 阅读器打开后另存一份。"


class EncryptedFile(FileError):
    """The file needs a password, and none or a wrong one was given."""

    code = "encrypted"
    chinese = "文件已加密"
    english = "the file is encrypted"
    remedy = "请用 --password 给出打开密码。"


class EncryptedOffice(EncryptedFile):
    """An Office file under a password: heshu does not decrypt these, whatever is given."""

    chinese = "Office 文档已加密，核数不能解密"
    english = "the Office file is encrypted, which heshu cannot undo"
    remedy = "请用 Word、Excel 或 WPS 凭密码打开，取消密码后另存一份。"


class NoTextLayer(FileError):
    """The pages are pictures, or their characters have no readable mapping."""

    code = "no-text"
    chinese = "页面没有可读的文字"
    english = "the pages hold no readable text"
    remedy = "请核对原件是否清晰，换一份更清楚的扫描件，或转成带文字的 .docx、PDF 后重试。"


class MissingExtra(NoTextLayer):
    """The pages are pictures, and what reads pictures is not installed; ``detail`` names it."""

    code = "missing-extra"
    chinese = "页面是图像，要做文字识别（OCR），本机没有安装识别组件"
    english = "the pages are pictures, and the extra that reads them is not installed"
    remedy = '请运行 pip install "heshu[ocr]" 安装后重试，或转成带文字的 PDF 或 .docx。'
    passing = True


class MissingTool(FileError):
    """Files of this format are converted by LibreOffice, which is not installed."""

    code = "missing-tool"
    chinese = "旧版 Word、Excel 和 WPS 文件要用 LibreOffice 转换，本机没有安装"
    english = "LibreOffice, which converts old Word, Excel and WPS files, is not installed"
    remedy = (
        f"请安装 LibreOffice（{_INSTALL_OFFICE.get(sys.platform, _INSTALL_OFFICE['linux'])}）"
        "后重试，或用 Word、Excel、WPS 另存为 .docx、.xlsx。"
    )
    passing = True


class UnsafeFile(FileError):
    """Reading the file would harm the machine or take it over its limits."""

    code = "unsafe"
    chinese = "文件不安全"
    english = "the file is unsafe"
    remedy = "请核实文件来源；确需读取时，请用办公软件打开后另存一份。"


class TooLarge(UnsafeFile):
    """The content unpacks to more than the limit (a zip or PDF bomb)."""

    code = "too-large"
    chinese = "文件解压后超出大小上限"
    english = "the file unpacks to more than the limit"


class ForbiddenDoctype(UnsafeFile):
    """The XML declares a document type: entities that grow or fetch; neither is ever done."""

    code = "doctype"
    chinese = "文件内含有不允许的 DTD 声明"
    english = "the file holds a document type declaration"


class TimeLimit(UnsafeFile):
    """Reading did not end within the time limit."""

    code = "time-limit"
    chinese = "读取超过时间上限"
    english = "reading took longer than the limit"
    remedy = "请把文件拆小后重试，或用 --timeout 放宽上限。"


class MemoryLimit(UnsafeFile):
    """Reading asked for more memory than a worker may have."""

    code = "memory-limit"
    chinese = "读取超过内存上限"
    english = "reading needed more memory than the limit"
    remedy = "请核实文件来源；确需读取时，请用 --memory 放宽上限，或把文件拆小后重试。"


class ReaderCrashed(UnsafeFile):
    """The process that read the file died."""

    code = "crashed"
    chinese = "读取进程意外终止"
    english = "the reading process died"
    passing = True


class ReaderFault(ReaderCrashed):
    """Reading failed in a way nobody foresaw; ``detail`` says where."""

    code = "fault"
    chinese = "读取程序出错"
    english = "a fault of the reader"
    remedy = "请把这条信息反馈给我们；急用时可用办公软件打开后另存一份再试。"
    passing = False
