"""The stage adds figures, dates and citations with their places to a report."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from heshu.extractors.figures.stage import read_figures
from heshu.extractors.text.fold import fold
from heshu.schemas.document import Document, Paragraph
from heshu.schemas.figure import DateRole
from heshu.schemas.passage import CellContext, Passage, Piece
from heshu.schemas.report import Report, Section


def _passage(text: str, block: int, cell: CellContext | None = None) -> Passage:
    row, column = (None, None) if cell is None else (0, 1)
    return Passage(text, fold(text), (Piece(0, block, 0, row, column),), cell=cell)


def _report(*passages: Passage, sections: tuple[Section, ...] = ()) -> Report:
    blocks = tuple(Paragraph(passage.text) for passage in passages)
    document = Document("0" * 16, "0" * 64, "示例.docx", "docx", 1, blocks)
    last = len(blocks) - 1
    return Report(document, 1, 0, last, year=2022, sections=sections, passages=passages)


def _section(block: int) -> Section:
    return Section(1, "一、", "概况", "overview", block, block)


def test_a_figure_quotes_its_text():
    report = read_figures(_report(_passage("实际支出１，２６８．５ 万元，执行率98.5％", 0)))
    amount, rate = report.figures
    assert (amount.text, amount.number_text, amount.unit_text) == (
        "１，２６８．５ 万元",
        "1,268.5",
        "万元",
    )
    assert (amount.value, amount.unit, amount.decimals) == (Decimal("12685000"), "CNY", 1)
    assert (amount.place.start, amount.place.end) == (4, 14)
    assert (rate.low, rate.high) == (Decimal("0.9845"), Decimal("0.9855"))


def test_a_figure_in_a_cell_has_its_row_and_column():
    cell = CellContext(role="budget", column_unit="万元")
    (figure,) = read_figures(_report(_passage("86.40", 0, cell))).figures
    assert (figure.place.row, figure.place.column) == (0, 1)
    assert figure.unit_from == "column"


def test_a_range_has_no_value():
    (figure,) = read_figures(_report(_passage("补助2—5万元", 0))).figures
    assert (figure.value, figure.low, figure.high) == (None, Decimal(20000), Decimal(50000))


def test_months_belong_to_the_evaluated_year():
    (mention,) = read_figures(_report(_passage("1-10月完成招标", 0))).dates
    assert (mention.start, mention.end, mention.role) == (
        date(2022, 1, 1),
        date(2022, 10, 31),
        "period",
    )


def test_a_citation_has_its_parts():
    text = "依据《专项资金管理办法》（松财行[2021]8号）拨付"
    (citation,) = read_figures(_report(_passage(text, 0))).citations
    assert citation.number == "松财行〔2021〕8号"
    assert (citation.issuer, citation.year, citation.serial) == ("松财行", 2021, 8)


@pytest.mark.parametrize(
    ("texts", "roles"),
    [
        (
            ("2023年3月", "一、概况", "2022年支出", "松江县文化局", "2023年3月14日"),
            ("cover", "year", "closing"),
        ),
        (
            ("一、概况", "2023年1月9日印发通知，开展自评", "松江县文化局 2023年3月14日"),
            ("event", "closing"),
        ),
        (("一、概况", "填报日期：2023年3月14日"), ("closing",)),
        (("一、概况", "于2023年3月14日完成"), ("event",)),
        (("一、概况", "县文化馆成立于1985年，2022年免费开放"), ("event", "year")),
        (("一、概况", "水厂始建于1998年，设备投用于2010年"), ("event", "event")),
        (("一、概况", "我中心2018年组建，2021年正式挂牌"), ("event", "event")),
        (("一、概况", "2022年建成公路12公里，用于2021年结转支出"), ("year", "year")),
    ],
)
def test_the_role_of_a_date_is_where_it_stands(texts: tuple[str, ...], roles: tuple[DateRole, ...]):
    passages = tuple(_passage(text, at) for at, text in enumerate(texts))
    first = texts.index("一、概况")
    report = read_figures(_report(*passages, sections=(_section(first),)))
    assert tuple(mention.role for mention in report.dates) == roles


def test_a_date_beside_a_signature():
    cell = CellContext(row_labels=("评价组组长（签名）：",))
    (mention,) = read_figures(_report(_passage("2023年6月25日", 0, cell))).dates
    assert mention.role == "sign"


def test_the_stage_only_adds():
    report = _report(_passage("共37个项目", 0))
    once = read_figures(report)
    assert once.passages == report.passages
    assert len(read_figures(once).figures) == 2 * len(once.figures)
