"""The annotated PDF: marks lie on their quotes, whatever way the page is turned."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pikepdf
import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pytest
from pikepdf import Pdf

import heshu.data
from heshu.pipeline.audit.model import Audit
from heshu.pipeline.audit.run import audit
from heshu.pipeline.audit.writing import write_audit
from heshu.schemas.errors import UsageError
from heshu.schemas.finding import Disposition, DispositionStatus
from pdf_files import PdfPages, turned

TEXT = "本项目全年预算数200万元，全年执行数180万元，预算执行率95%。"


def content() -> bytes:
    """A report of two lines with a wrong execution rate, its sum over two lines."""
    pages = PdfPages()
    pages.text(120, 80, "云屏市水务局2023年度供水项目绩效自评报告", size=18)
    pages.text(90, 130, "一、项目资金情况")
    pages.wrapped(160, TEXT)
    return pages.data()


def encrypted(data: bytes, **keys: object) -> bytes:
    with Pdf.open(BytesIO(data)) as pdf:
        out = BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(**keys))  # pyright: ignore[reportArgumentType]
    return out.getvalue()


def annotated(folder: Path, data: bytes, password: str | None = None) -> Path:
    (folder / "报告.pdf").write_bytes(data)
    audit([folder / "报告.pdf"], folder / "批注.pdf", password=password)
    return folder / "批注.pdf"


@dataclass
class Annotation:
    """What a viewer is told of an annotation."""

    kind: str
    title: str
    text: str
    box: tuple[float, ...]
    corners: int
    look: bytes
    blended: bool


def annotations(file: Path, kind: str, password: str = "") -> list[Annotation]:
    with Pdf.open(file, password=password) as pdf:
        found = [_annotation(each) for page in pdf.pages for each in page.get("/Annots", [])]
    return [each for each in found if each.kind == kind]


def _annotation(each: pikepdf.Object) -> Annotation:
    return Annotation(
        kind=str(each.Subtype).removeprefix("/"),
        title=str(each.get("/Subj", "")),
        text=str(each.Contents),
        box=tuple(float(edge) for edge in each.Rect),
        corners=len(each.get("/QuadPoints", [])) // 2,
        look=each.AP.N.read_bytes(),
        blended="/ExtGState" in each.AP.N.Resources,
    )


def under(file: Path, password: str | None = None) -> set[str]:
    """The text under every highlight."""
    text = cast(Any, pypdfium2).PdfDocument(file, password=password)[0].get_textpage()
    found: set[str] = set()
    for each in annotations(file, "Highlight", password or ""):
        left, bottom, right, top = each.box
        found.add(text.get_text_bounded(left + 2, bottom + 2, right - 2, top - 2).strip())
    return found


QUOTED = {"200万元", "180万元", "95%"}


def squeezed(texts: set[str]) -> set[str]:
    return {"".join(text.split()) for text in texts}


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_highlights_lie_on_the_quotes(tmp_path: Path, quarters: int) -> None:
    data = turned(content(), quarters) if quarters else content()
    assert squeezed(under(annotated(tmp_path, data))) >= QUOTED


def test_a_highlight_tells_the_proof_and_draws_itself(tmp_path: Path) -> None:
    file = annotated(tmp_path, content())
    marks = [each for each in annotations(file, "Highlight") if "F02" in each.text]
    assert len(marks) == 3
    for mark in marks:
        assert "180 ÷ 200 = 90.00% ≠ 95%" in mark.text
        assert mark.blended
        assert mark.look
        assert mark.corners % 4 == 0


def test_every_doubt_has_a_note_with_its_number(tmp_path: Path) -> None:
    notes = annotations(annotated(tmp_path, content()), "Text")
    (note,) = (each for each in notes if "F02" in each.title)
    number = note.title.removeprefix("疑点").split()[0]
    assert f"({number}) Tj".encode() in note.look
    assert len({each.box for each in notes}) == len(notes)


def test_a_doubt_about_no_place_is_noted_on_the_first_page(tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(content())
    account = audit([tmp_path / "报告.pdf"])
    (report,) = account.reports()
    nowhere = replace(account.doubts[0].finding, quotes=(), figure_ids=())
    (file,) = account.files
    alone = replace(file, reports=(replace(report, findings=(nowhere,)),))
    write_audit(Audit.of([alone]), tmp_path / "批注.pdf")
    (note,) = annotations(tmp_path / "批注.pdf", "Text")
    assert nowhere.statement in note.text
    assert not annotations(tmp_path / "批注.pdf", "Highlight")


@pytest.mark.parametrize(
    ("status", "word", "grey"),
    [
        ("false_alarm", "误报", True),
        ("explained", "已说明", True),
        ("confirmed", "属实", False),
        ("pending", "待查", False),
    ],
)
def test_what_a_reviewer_said_is_shown(
    tmp_path: Path, status: DispositionStatus, word: str, grey: bool
) -> None:
    (tmp_path / "报告.pdf").write_bytes(content())
    account = audit([tmp_path / "报告.pdf"])
    (doubt,) = (one for one in account.doubts if one.finding.rule == "F02")
    key = doubt.finding.key
    said = Disposition(key, status, "凭证已核", "某乙", datetime(2024, 3, 5, tzinfo=UTC))
    write_audit(Audit.of(account.files, {key: said}), tmp_path / "批注.pdf")
    (note,) = (each for each in annotations(tmp_path / "批注.pdf", "Text") if "F02" in each.title)
    assert note.title.endswith(f"（{word}）")
    assert f"处理：{word}" in note.text
    assert "凭证已核" in note.text
    assert (b"0.45 0.45 0.45 rg" in note.look) == grey
    marks = [one for one in annotations(tmp_path / "批注.pdf", "Highlight") if "F02" in one.text]
    assert marks
    assert all(word in mark.text for mark in marks)
    with Pdf.open(tmp_path / "批注.pdf") as pdf, pdf.open_outline() as outline:
        assert any(word in item.title for item in outline.root[0].children)


def test_doubts_are_among_the_bookmarks(tmp_path: Path) -> None:
    with Pdf.open(annotated(tmp_path, content())) as pdf, pdf.open_outline() as outline:
        (head,) = outline.root
        assert sum("F02" in item.title for item in head.children) == 1


def test_the_source_stays_as_it_is_and_its_own_notes_are_kept(tmp_path: Path) -> None:
    first = annotated(tmp_path, content()).read_bytes()
    again = annotated(tmp_path, first)
    assert (tmp_path / "报告.pdf").read_bytes() == first
    assert len(annotations(again, "Highlight")) == 2 * len(
        annotations(tmp_path / "报告.pdf", "Highlight")
    )


def test_a_source_that_only_forbids_changes_is_annotated(tmp_path: Path) -> None:
    file = annotated(tmp_path, encrypted(content(), owner="主人", user="", R=6))
    assert squeezed(under(file)) >= QUOTED


def test_a_source_with_a_password_gives_a_file_with_it(tmp_path: Path) -> None:
    file = annotated(tmp_path, encrypted(content(), owner="key", user="key", R=6), "key")
    with pytest.raises(pikepdf.PasswordError):
        Pdf.open(file)
    assert squeezed(under(file, "key")) >= QUOTED


def test_several_sources_give_a_file_each_beside(tmp_path: Path) -> None:
    folder = tmp_path / "来源"
    folder.mkdir()
    for name in ("甲.pdf", "乙.pdf"):
        pages = PdfPages().text(90, 80, f"{name}预算执行率95%。")
        (folder / name).write_bytes(pages.data())
    sample = files(heshu.data).joinpath("samples", "parking_form.docx")
    (folder / "表.docx").write_bytes(sample.read_bytes())
    audit([folder], tmp_path / "批注.pdf")
    assert {file.name for file in tmp_path.glob("*.pdf")} == {"批注-甲.pdf", "批注-乙.pdf"}


def test_where_no_source_is_a_pdf_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(UsageError):
        audit([tmp_path / "报告.txt"], tmp_path / "批注.pdf")
    assert not list(tmp_path.glob("*.pdf"))
