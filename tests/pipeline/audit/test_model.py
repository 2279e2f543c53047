"""What an audit counts and how it numbers."""

from dataclasses import replace

from audit_accounts import AUDIT, READ, REPORT, TRAINED
from heshu.pipeline.audit.model import Audit, gravest
from heshu.pipeline.audit.tally import Tally


def test_doubts_are_numbered_first_and_gravest_first() -> None:
    numbered = [(each.number, each.finding.rule) for each in AUDIT.relations]
    assert numbered == [(1, "F02"), (2, "F05"), (3, "F04"), (4, "F01"), (5, "X01")]
    assert [each.finding.rule for each in AUDIT.doubts] == ["F02", "F05"]


def test_a_figure_that_no_rule_touched_is_told() -> None:
    (left,) = AUDIT.untouched
    assert left.figure is TRAINED
    assert left.figure_id == REPORT.figure_id(3)
    assert AUDIT.figures == 6


def test_files_that_failed_are_told() -> None:
    assert [entry.name for entry in AUDIT.failed()] == ["坏.pdf"]


def test_only_a_doubt_of_the_gravest_kind_is_an_error() -> None:
    held = tuple(each for each in REPORT.findings if each.rule != "F02")
    mild = Audit.of([replace(READ, reports=(replace(REPORT, findings=held),))])
    assert AUDIT.has_errors
    assert not mild.has_errors
    assert gravest(["info", "error", "warning"]) == "error"


def test_the_claim_leaves_the_proof_to_its_own_line() -> None:
    assert AUDIT.doubts[0].claim.endswith("核对。")


def test_relations_are_counted_by_what_came_of_them() -> None:
    tally = Tally.of(AUDIT.relations)
    assert tally.tested == 5
    assert tally.doubts == {"error": 1, "info": 1}
    assert tally.verdicts["rounding"] == 1
