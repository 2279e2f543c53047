"""Numbers and dates as their number formats show them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from heshu.extractors.readers.xlsx_dates import shown_moment
from heshu.extractors.readers.xlsx_numbers import shown_number

ACCOUNTING = r'_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("number", "format_code", "shown"),
    [
        (1286.4, "General", "1286.4"),
        (10.0, "General", "10"),
        (0.1 + 0.2, "General", "0.3"),
        (1e-7, "General", "0.0000001"),
        (-3, "General", "-3"),
        (5, "@", "5"),
        (1286.4, "0.00", "1286.40"),
        (2.675, "0.00", "2.68"),
        (-0.001, "0.00", "0.00"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234567, "#,##0", "1,234,567"),
        (0, "#,##0.00", "0.00"),
        (1, "0.00%", "100.00%"),
        (0.9863, "0.00%", "98.63%"),
        (0.98, "0%", "98%"),
        (7, "000", "007"),
        (9.5, "0.0#", "9.5"),
        (98.5, '0.00"分"', "98.50分"),
        (36, 'General"个"', "36个"),
        (-12.5, "#,##0.00_);[Red](#,##0.00)", "(12.50)"),
        (12, "[$¥-804]#,##0.00", "¥12.00"),
        (1234.5, ACCOUNTING, "1,234.50"),
        (-1234.5, ACCOUNTING, "-1,234.50"),
        (0, ACCOUNTING, "-"),
        (123456, '0!.0,"万元"', "12.3万元"),
        (123456, '[>=10000]0!.0,"万";0', "12.3万"),
        (36, '[>=10000]0!.0,"万";0', "36"),
        (0.5, "# ?/?", "0.5"),
        (12000, "0.00E+00", "12000"),
        (3, ";;;", ""),
    ],
)
def test_a_number_is_shown_by_its_format(number: float, format_code: str, shown: str):
    assert shown_number(number, format_code) == shown


@pytest.mark.parametrize(
    ("moment", "format_code", "shown"),
    [
        (datetime(2023, 2, 5), 'yyyy"年"m"月"d"日"', "2023年2月5日"),
        (date(2023, 2, 5), '[$-804]yyyy"年"mm"月";@', "2023年02月"),
        (datetime(2023, 2, 5), "yyyy-mm-dd", "2023-02-05"),
        (datetime(2023, 2, 5), "yy/m/d", "23/2/5"),
        (datetime(2023, 2, 5), "yyyy/m/d aaaa", "2023/2/5 星期日"),
        (datetime(2023, 2, 5, 15, 4, 9), "yyyy-m-d h:mm", "2023-2-5 15:04"),
        (datetime(2023, 2, 5, 15, 4, 9), "mm:ss", "04:09"),
        (time(15, 4), '上午/下午h"时"mm"分"', "下午3时04分"),
        (time(9, 30), "h:mm AM/PM", "9:30 AM"),
        (date(2023, 2, 5), "General", "2023-02-05"),
        (timedelta(hours=30, minutes=5), "[h]:mm:ss", "30:05:00"),
    ],
)
def test_a_date_is_shown_by_its_format(
    moment: date | time | timedelta, format_code: str, shown: str
):
    assert shown_moment(moment, format_code) == shown
