"""The tables of what was read: files, blocks, cells, and what was not understood."""

from __future__ import annotations

from dataclasses import replace

from ..labels import BLOCK_TYPES, DOCUMENT_STATUSES, FORMATS
from .column import BLOCK, BOX, COLUMN, DOC_ID, PLACE, ROW, SECTION_ID, Column, TableDefinition

DOCUMENTS = TableDefinition(
    "documents",
    "文件",
    "每个不同内容的文件一行",
    "one row per distinct content",
    ("doc_id",),
    (
        replace(
            DOC_ID,
            required=False,
            meaning_zh="文件内容 SHA-256 的前 16 位；系统拒绝读取的文件为空",
            meaning_en="first 16 hex digits of the file's SHA-256; null where no byte was readable",
        ),
        Column("sha256", "text", "SHA-256", "文件内容的摘要", "digest of the file's bytes"),
        Column(
            "path",
            "text",
            "路径",
            "相对于所给文件夹的路径，用 / 分隔；压缩包内的文件接在压缩包路径之后",
            "path relative to the folder given, with /; a zip's member follows the zip's path",
            required=True,
        ),
        Column(
            "also_at",
            "json",
            "相同内容的其他路径",
            "内容相同的其他文件的路径",
            "paths of the other files with the same bytes, a JSON list",
            required=True,
        ),
        Column("name", "text", "文件名", "文件名", "the file's name", required=True),
        Column(
            "format",
            "text",
            "格式",
            "按内容判定的格式；无法判定为空",
            "format by content; null where it is not known",
            labels=tuple(FORMATS.items()),
        ),
        Column("bytes", "integer", "字节数", "文件大小", "size of the file", "byte"),
        Column("pages", "integer", "页数", "没有固定页面的格式为空", "null without fixed pages"),
        Column(
            "created", "timestamp", "创建时间", "文件自身属性", "the file's own property, in UTC"
        ),
        Column(
            "modified", "timestamp", "修改时间", "文件自身属性", "the file's own property, in UTC"
        ),
        Column(
            "status",
            "text",
            "状态",
            "读取的结果",
            "ok; partial: some of it could not be read; failed; superseded by newer bytes",
            labels=tuple(DOCUMENT_STATUSES.items()),
            required=True,
        ),
        Column("error_code", "text", "错误代码", "读取失败的类别", "the kind of failure"),
        Column(
            "error", "text", "错误说明", "哪个文件、什么原因、怎么办", "what failed and what to do"
        ),
        Column(
            "heshu_version",
            "text",
            "核数版本",
            "读取所用的版本",
            "the version that read it",
            required=True,
        ),
        Column(
            "ingested_at",
            "timestamp",
            "读取时间",
            "读取的时刻（UTC）",
            "when it was read, in UTC",
            required=True,
            stable=False,
        ),
        Column(
            "seconds",
            "real",
            "耗时",
            "读取所用秒数",
            "seconds that reading took",
            "s",
            required=True,
            stable=False,
        ),
    ),
)

BLOCKS = TableDefinition(
    "blocks",
    "文本块",
    "每个段落或表格一行，按阅读顺序",
    "one row per paragraph or table, in reading order",
    ("doc_id", "block"),
    (
        DOC_ID,
        BLOCK,
        Column(
            "type",
            "text",
            "类型",
            "段落、标题、表格等；目录、页眉、页脚不读数字",
            "what the block is; toc, header and footer give no figures",
            labels=tuple(BLOCK_TYPES.items()),
            required=True,
        ),
        Column("text", "text", "文本", "印出的文字；表格为空", "as printed; null for a table"),
        SECTION_ID,
        *BOX,
    ),
)

CELLS = TableDefinition(
    "cells",
    "单元格",
    "每个单元格一行，合并单元格只有一行",
    "one row per table cell, a merged cell once",
    ("doc_id", "block", "row", "column"),
    (
        DOC_ID,
        BLOCK,
        replace(ROW, required=True),
        replace(COLUMN, required=True),
        Column("row_span", "integer", "跨行", "占几行", "rows covered", required=True),
        Column("column_span", "integer", "跨列", "占几列", "columns covered", required=True),
        Column("text", "text", "文本", "印出的文字，段落间用换行", "as printed", required=True),
        Column(
            "is_header", "boolean", "表头", "是否表头", "whether it is a heading", required=True
        ),
        *BOX,
    ),
)

NOTES = TableDefinition(
    "notes",
    "存疑",
    "看到而没有读懂的地方，每处一行",
    "one row per thing that was seen and not understood",
    (),
    (
        DOC_ID,
        *(replace(column, required=False) for column in PLACE),
        Column("code", "text", "代码", "存疑的类别", "the kind of note", required=True),
        Column("message", "text", "说明", "存疑的说明", "what was seen", required=True),
    ),
)
