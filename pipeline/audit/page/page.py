"""The page as a file: everything inside, nothing fetched, nothing of the reports executed."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from .... import data
from ....schemas.labels import SEVERITIES
from ...outputs.signature import MARK
from ...version import __version__
from ..model import Audit
from ..tally import Tally
from .findings import findings_pane
from .marks import Marks
from .markup import Html, element, html, joined, words
from .reading import reading_pane

_HELP = (
    "点报告中的数字，看它参与的全部关系；点右边的引文，回到原文。"
    "键盘：n／p 下一个、上一个疑点，←／→ 移到相邻的数字，回车选中，Esc 取消。"
)
_HELP_ENGLISH = "Click a figure to see its relations, a quote to see where it stands. Keys: n, p."


def write_page(audit: Audit, file: Path) -> None:
    """Write the audit as one HTML file; raises ``OSError`` where the disk refuses."""
    file.write_text(page(audit), encoding="utf-8", newline="\n")


def page(audit: Audit) -> str:
    """The audit as one HTML page."""
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", html(f"核数审计 {_names(audit)}")),
        element("style", style),
    )
    body = element("body", _body(audit), element("script", script))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='zh-CN')}\n<!--{MARK.decode()}-->\n"


def _body(audit: Audit) -> Html:
    marks = Marks(audit)
    report = element("main", reading_pane(audit, marks), id="report", tabindex=-1)
    findings = element(
        "aside", findings_pane(audit, marks), id="findings", aria_label="核对结果 Findings"
    )
    return joined((_banner(audit), report, findings))


def _banner(audit: Audit) -> Html:
    tally = Tally.of_audit(audit)
    doubts = (
        element("b", html(f"{name} {tally.doubts[severity]}"), class_=f"label {severity}")
        for severity, name in SEVERITIES.items()
    )
    untouched = audit.left
    facts = html(f" 核对关系 {tally.tested} 项，读出数字 {audit.figures} 个，未核对 {untouched} 个")
    button = element(
        "button", words("下一个未核对数字", "next untouched"), id="untouched", class_="scripted"
    )
    return element(
        "header",
        element("h1", html("核数 · 审计"), Html(" "), element("small", html(_names(audit)))),
        element("p", *doubts, facts, Html(" "), button if audit.untouched else Html("")),
        *_failures(audit),
        element("p", words(_HELP, _HELP_ENGLISH), class_="help scripted"),
        element("p", html(f"heshu {__version__}"), class_="version"),
        id="banner",
    )


def _failures(audit: Audit) -> list[Html]:
    return [
        element("p", html(f"未能读取 [{entry.error_code}] {entry.error}"), class_="failure")
        for entry in audit.failed()
    ]


def _names(audit: Audit) -> str:
    names = [file.entry.name for file in audit.files]
    return names[0] if len(names) == 1 else f"{len(names)} 个文件"


def _resource(name: str) -> Html:
    """A style sheet or script of ours; it is put into the page as it is."""
    return Html(files(data).joinpath("audit", name).read_text(encoding="utf-8"))


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
