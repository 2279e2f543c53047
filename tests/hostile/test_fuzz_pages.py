"""Web pages with bytes, tags and style rules changed: read, or refused with a typed error."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from heshu.pipeline.workers import Worker
from hostile.fuzzing import BOUNDED, Change, changed, changes, ends_well

PIECES = (
    *(b"<table>", b"</table>", b"<tr>", b"<td rowspan=99999999 colspan=0>", b"</td>", b"<style>"),
    *(b"</style>", b"<!--", b"-->", b"<![CDATA[", b"<p hidden>", b"&nbsp", b"&#x110000;", b"<a>"),
    *(b"\xd6\xd0\xce\xc4", b"\xff\xfe", b"charset=utf-16", b"<br>", b"<li value=9999999>"),
)
PAGE = """<!DOCTYPE html><html><head><meta charset=utf-8><title>供水项目绩效自评报告_云屏市</title>
<style>.hid,#x{display:none} @media print{p{display:none}}</style></head><body>
<div class=nav><a href=/>首页</a></div><div id=zoom><h1>供水项目绩效自评报告</h1>
<p>一、项目概况</p><p class=hid>略</p><p>预算120万元，执行117.6万元，<b>执行率98%</b>。</p>
<ol><li>巡检</li><li>维修</li></ol><table border=1><caption>单位：万元</caption>
<tr><th rowspan=2>项目<th colspan=2>资金<tr><td>预算<td>执行
<tr><td>管网<br>改造<td>120<td><table border=1><tr><td>117.6<td>98%</table></table>
</div><div>版权所有</div></body></html>""".encode()
TAGS = (
    *("html", "head", "body", "div", "p", "a", "table", "tbody", "tr", "td", "th", "caption"),
    *("ul", "ol", "li", "br", "pre", "style", "script", "h1", "span", "form", "select", "title"),
)
ATTRIBUTES = (
    *("", " hidden", " class=hid", " id=zoom", ' style="display:none"', " rowspan=0"),
    *(" colspan=70000", " rowspan=-1", ' role="navigation"', " border=1", " start=99"),
    *(" href=a.pdf", " align=center"),
)
TEXTS = ("", "预算120万元", "一、概况", "附件1", "打印", "\n", "&lt;", "某县绩效自评表")


def tag(end: str, name: str, attribute: str, text: str) -> str:
    return f"<{end}{name}{'' if end else attribute}>{text}"


tags = st.builds(
    tag,
    st.sampled_from(["", "", "/"]),
    st.sampled_from(TAGS),
    st.sampled_from(ATTRIBUTES),
    st.sampled_from(TEXTS),
)
CSS = st.text(st.sampled_from("p.#>,{}:;@*!/ \nhidenoxdisplay"), max_size=60)
RULES = (
    *(".hid{display:none}", "@media screen{", "}", "display:none", "visibility:hidden!important"),
    *("p", ">", ",", "{", "div > p.hid", "#zoom", "*", "/*", "*/", "@import 'x';", "@media print{"),
)


@BOUNDED
@given(changes=changes(*PIECES))
def test_pages_with_bytes_changed(worker: Worker, changes: list[Change]):
    ends_well(worker, "a.html", changed(PAGE, changes))


@BOUNDED
@given(changes=changes(*PIECES))
def test_pages_in_the_chinese_encoding_with_bytes_changed(worker: Worker, changes: list[Change]):
    ends_well(worker, "a.html", changed(PAGE.decode().encode("gb18030"), changes))


@BOUNDED
@given(tags=st.lists(tags, max_size=60))
def test_pages_of_any_tags(worker: Worker, tags: list[str]):
    ends_well(worker, "a.html", f"<html>{''.join(tags)}".encode())


@BOUNDED
@given(css=st.one_of(CSS, st.lists(st.sampled_from(RULES), max_size=30).map("".join)))
def test_pages_under_any_style(worker: Worker, css: str):
    ends_well(worker, "a.html", PAGE.replace(b".hid,#x{display:none}", css.encode()))
