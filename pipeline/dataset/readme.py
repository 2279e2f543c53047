"""The README of a dataset: what it holds, what it does not, and how to cite it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ...schemas.tables import TABLES
from ..version import __version__
from .coverage import Coverage
from .parts import EVALUATED_YEAR

_HEAD = f"""# 预算绩效自评报告数据集 · Budget-performance self-evaluation reports

由核数 heshu {__version__} 从公开的绩效自评报告（Word、PDF 等）中读出。\
每个数字都带有出处（文件、块、行列、起止字符），可以回到原文核对。
*Read by heshu {__version__} from published self-evaluation reports, each figure with its place.*

## 怎么用 · How to use it

```python
import pandas as pd

figures = pd.read_parquet("figures", dtype_backend="pyarrow")
reports = pd.read_parquet("reports", dtype_backend="pyarrow")
```

- 每张表一个文件夹，每个评价年度一个文件；各表末尾多一列 `{EVALUATED_YEAR.name}`，年度不明为空。\
*A folder a table, a file an evaluated year, told in the last column; null where unknown.*
- 数值是精确的十进制数（`decimal128(38, 10)`）：金额以元计，比率以 1 计（98% 是 0.98）。\
*Exact decimals: amounts in yuan, rates as fractions.*
- `dictionary.txt` 是数据字典，`datapackage.json` 是 Frictionless 描述，`SHA256SUMS` 是校验清单\
（`sha256sum -c SHA256SUMS`）。*Data dictionary, Frictionless description, checksums.*
"""

_LIMITS = """
## 已知局限 · Known limits

- 空值表示没有读到或没有把握，不是零。*Null is unknown, never zero.*
- 未能读出的文件在 `documents` 中有一行，`error_code` 说明原因；已被新内容替换的文件不在其中。\
*A file that could not be read has its row with the reason; superseded ones are left out.*
- 读出而没有看懂的地方记在 `notes`。*What was seen and not understood stands in `notes`.*
- `subject` 等含义列由规则推断，可能有误；扫描件经文字识别，个别字符可能认错。\
*Meanings are inferred by rules; characters of scans may be misread.*
- `findings` 是数字之间的核对结果，`fail` 是待核实的疑点，不是定论。\
*A finding that fails is a doubt to look into, not a verdict.*
- 文件自身的路径和名称照录；报告权利归原发布单位。*Reports belong to their publishers.*

## 引用 · How to cite

> 核数 heshu {version}：《预算绩效自评报告数据集》，{files} 个文件、{reports} 份报告、\
{figures} 个数字，清单校验和见 `SHA256SUMS`。
"""


def write_readme(folder: Path, coverage: Coverage) -> None:
    """Write the README; it holds nothing that differs between two exports of one archive."""
    rows = coverage.rows
    parts = [
        _HEAD,
        "\n## 数量 · Counts\n",
        *_table("表 table", "行 rows", ((f"{t.name} {t.chinese}", rows[t.name]) for t in TABLES)),
        *_values(coverage),
        "\n## 覆盖 · Coverage\n",
        *_shares(coverage),
        _LIMITS.format(
            version=__version__,
            files=rows["documents"],
            reports=rows["reports"],
            figures=rows["figures"],
        ),
    ]
    (folder / "README.md").write_text("\n".join(parts), encoding="utf-8", newline="\n")


def _values(coverage: Coverage) -> Iterator[str]:
    headings = {
        (table.name, column.name): f"{table.chinese}：{column.chinese}"
        for table in TABLES
        for column in table.columns
    }
    for (table, column), counts in coverage.values.items():
        if counts:
            yield f"\n### {headings[table, column]} · {table}.{column}\n"
            yield from _table("值 value", "行 rows", _ordered(counts))


def _ordered(counts: Counter[str]) -> Iterator[tuple[str, int]]:
    return iter(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _shares(coverage: Coverage) -> Iterator[str]:
    """How often a column is known, as a share of its table's rows."""
    known = (
        (f"{table}.{column}", f"{100 * count / coverage.rows[table]:.1f}%")
        for (table, column), count in coverage.known.items()
        if coverage.rows[table]
    )
    return _table("列 column", "已知 known", known)


def _table(first: str, second: str, rows: Iterator[tuple[str, object]]) -> Iterator[str]:
    yield f"| {first} | {second} |\n|---|---:|"
    for name, value in rows:
        yield f"| {name.replace('|', '／')} | {value} |"
