"""Web pages: the article out of its site, as blocks and tables."""

from __future__ import annotations

import pytest

from heshu.extractors.readers import html
from heshu.extractors.readers.html_tree import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS
from heshu.extractors.readers.source import Source
from heshu.pipeline.stages import read_source
from heshu.schemas.document import Document, Paragraph, Table
from heshu.schemas.file_errors import EmptyFile, TooLarge, UnknownFormat
from word_files import texts

TITLE = "2023年度云溪市水利局水库加固项目绩效自评报告"
SITE = f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{TITLE}_云溪市人民政府</title>
<style>p {{ color: red }}</style><script>document.write("<p>脚本文字</p>")</script></head>
<body>
<div class="top"><h1 class="logo">云溪市人民政府</h1>
  <ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/cz">财政信息</a></div>
<div class="main">
  <div class="content">
    <p>一、项目概况</p>
    <p>全年预算数为
       120万元，执行数118万元，<span style="display: none">另有900万元，</span>执行率98.33%。</p>
    <p>二、存在的问题</p><p>管护经费落实较慢，部分设施的验收晚于计划。</p>
  </div>
  <p>上一篇：<a href="/1">关于公布部门决算的通知</a></p>
</div>
<div class="links"><a href="http://yunxi.example/">云溪市财政局</a><a>云溪市审计局</a></div>
<div class="bottom"><p>版权所有：云溪市人民政府　云ICP备00000000号</p></div>
</body></html>"""


def read(markup: str | bytes) -> Document:
    data = markup.encode() if isinstance(markup, str) else markup
    return html.read(Source("报告.html", data))


def body(markup: str) -> Document:
    return read(f"<html><body>{markup}</body></html>")


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def placed(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def test_a_site_is_left_out_and_its_title_kept():
    document = read(SITE.encode("gbk"))
    assert document.format == "html"
    assert texts(document) == [
        TITLE,
        "一、项目概况",
        "全年预算数为 120万元，执行数118万元，执行率98.33%。",
        "二、存在的问题",
        "管护经费落实较慢，部分设施的验收晚于计划。",
    ]
    assert [note.code for note in document.notes] == ["hidden-text"]
    assert not document.partial


def test_figures_of_a_page_are_read():
    _, (report, *_) = read_source(Source("报告.html", SITE.encode("gbk")))
    assert report.title == TITLE
    quotes = {figure.text for figure in report.figures}
    assert {"120万元", "118万元", "98.33%"} <= quotes
    assert "900万元" not in quotes


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "gb18030"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("no-such", "gb18030"),
        ("big5", "big5"),
        ("utf-8", "utf-8-sig"),
        ("utf-16", "utf-16"),
    ],
)
def test_the_encoding_is_told_by_the_content_first(charset: str, encoding: str):
    scripts = "<script>/* only letters */</script>" * 900
    text = "全年預算數為百分之九十八，項目實施單位是水利局。"
    page = f"<html><head><meta charset={charset}>{scripts}</head><body><p>{text}</p></body></html>"
    assert texts(read(page.encode(encoding))) == [text]


def test_bytes_that_are_no_characters_make_the_page_partial():
    document = read(SITE.replace("gb2312", "utf-8").encode() + b"<!-- \xe6 -->")
    assert document.partial
    assert texts(document)[0] == TITLE
    assert "undecodable" in [note.code for note in document.notes]


@pytest.mark.parametrize(
    ("head", "markup", "first"),
    [
        ("<title>自评报告_云溪市财政局</title>", "<p>正文内容</p>", "自评报告"),
        ("<title>云溪市财政局 - 自评报告</title>", "<p>正文内容</p>", "自评报告"),
        ("<title>甲 - 云溪市财政局</title>", "<h1>自评报告</h1><p>正文内容</p>", "自评报告"),
        ('<meta name="ArticleTitle" content="自评报告">', "<p>正文内容</p>", "自评报告"),
        ("<title>自评报告</title>", "<p>云溪市财政局</p><p>自评<br>报告</p>", "云溪市财政局"),
        ('<meta name=ProgId content="Word.Document"><title>模板</title>', "<p>正文</p>", "正文"),
        ("", "<p>正文内容</p>", "正文内容"),
    ],
)
def test_the_title_comes_first_where_the_body_lacks_it(head: str, markup: str, first: str):
    found = texts(read(f"<html><head>{head}</head><body>{markup}</body></html>"))
    assert found[0] == first
    assert found.count(first) == 1


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<div>甲<br>乙</div>丙", ["甲", "乙", "丙"]),
        ("<p>甲<br/>乙</p>", ["甲\n乙"]),
        ("<p>甲<br><br>乙<br>　　丙<br>&nbsp;&nbsp;丁</p>", ["甲", "乙", "　　丙", "  丁"]),
        ("<p>自评<br>报告<br>一、概况<br>正文</p>", ["自评", "报告", "一、概况", "正文"]),
        ("<p>执行\n  数为 \n budget line</p>", ["执行数为 budget line"]),
        ("<p>甲&nbsp;乙\u200b<o:p></o:p></p><p>&nbsp;</p>", ["甲 乙"]),
        ("<ul><li>甲</li><li>1.乙</li></ul>", ["• 甲", "1.乙"]),
        ("<ol start=3><li>甲<li><p>乙</p>丙</ol>", ["3. 甲", "4. 乙", "丙"]),
        ("<pre>甲  乙\n丙</pre>", ["甲  乙", "丙"]),
        ("<p>甲<del>乙</del><ins>丙</ins></p>", ["甲丙"]),
        ("<p hidden>甲</p><aside>乙</aside><p>丙&lt;丁&gt;</p>", ["丙<丁>"]),
        ("<p>甲<p>乙<div>丙</div>丁", ["甲", "乙", "丙", "丁"]),
    ],
)
def test_paragraphs_are_those_a_browser_shows(markup: str, seen: list[str]):
    assert texts(body(markup)) == seen


def test_headings_and_centred_lines_are_told():
    markup = (
        "<p align=center>报告</p><center><p>二〇二四年</p></center><h2>一、概况</h2>"
        "<p style='text-align: center'><span>附表</span></p>"
        "<p style='mso-outline-level:3'>（一）目标</p><p>正文</p>"
    )
    found = paragraphs(body(markup))
    assert [each.outline_level for each in found] == [None, None, 2, None, 3, None]
    assert [each.centred for each in found] == [True, True, False, True, False, False]


def test_cells_stand_on_the_grid():
    markup = """<p>见附表。</p><table border=1><caption>单位：万元</caption>
      <thead><tr><th rowspan=2>项目</th><th colspan=2>金额</th></tr>
      <tr><td>预算<td>执行</tr></thead>
      <tr style="display:none"><td>隐藏</td></tr>
      <tr><td>水库<p>加固</p></td><td>120</td><td>118</td></tr>
      <tr><td colspan=9>合计</td></tr></table>"""
    document = body(markup)
    assert texts(document)[1] == "单位：万元"
    (table,) = tables(document)
    assert (table.rows, table.columns) == (4, 4)
    assert placed(table) == [
        (0, 0, 2, 1, "项目"),
        (0, 1, 1, 2, "金额"),
        (1, 1, 1, 1, "预算"),
        (1, 2, 1, 1, "执行"),
        (2, 0, 1, 1, "水库\n加固"),
        (2, 1, 1, 1, "120"),
        (2, 2, 1, 1, "118"),
        (3, 0, 1, 4, "合计"),
    ]


@pytest.mark.parametrize("span", ["1000000", "99999999999", "0", "-3", "x", ""])
def test_no_span_reaches_over_the_grid(span: str):
    markup = (
        f"<table border=1><tr><td rowspan='{span}'>甲</td><td>乙</td></tr>"
        f"<tr><td colspan='{span}'>丙</td></tr></table>"
    )
    (table,) = tables(body(markup))
    assert table.rows == 2
    assert {cell.text for row in table.lattice() for cell in row if cell} == {"甲", "乙", "丙"}


def test_a_cell_never_lies_over_one_from_above():
    markup = """<table border=1><tr><td>1</td><td rowspan=2>2</td><td>3</td></tr>
      <tr><td colspan=3>4</td><td>5</td></tr></table>"""
    (table,) = tables(body(markup))
    assert [cell.text for row in table.lattice() for cell in row if cell] == [*"123", *"425"]


def test_a_nested_table_follows_the_outer_one():
    inner = "<table border=1><tr><td>丙</td><td>丁</td></tr></table>"
    markup = f"<table border=1><tr><td>甲</td><td>乙{inner}</td></tr></table><p>后</p>"
    first, second, last = body(markup).blocks
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert second.inside == (0, 1)
    assert [cell.text for cell in first.cells] == ["甲", "乙"]
    assert last == Paragraph("后")


def test_a_layout_table_is_no_table():
    data = "<table><tr><td>预算数</td><td>120</td></tr><tr><td>执行数</td><td>9</td></tr></table>"
    text = f"<h2>一、概况</h2><p>正文内容完整。</p>{data}"
    markup = f"""<table width=900><tr><td><a href=/>首页</a></td></tr><tr><td>
      <table><tr><td width=200></td><td>{text}</td></tr></table></td></tr></table>"""
    document = body(markup)
    assert texts(document)[:2] == ["一、概况", "正文内容完整。"]
    assert [placed(table)[1][-1] for table in tables(document)] == ["120"]


def test_a_signature_picture_in_a_cell_is_told():
    (table,) = tables(
        body("<table><tr><td>负责人</td><td><img src=http://x/a.png></td></tr></table>")
    )
    assert [cell.has_picture for cell in table.cells] == [False, True]


def test_a_page_of_word():
    markup = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
      <meta name=ProgId content=Word.Document><title>附件1</title>
      <!--[if gte mso 9]><xml><o:Author>某人</o:Author></xml><![endif]--></head>
      <body><div class=WordSection1>
      <p class=MsoNormal align=center><b><span lang=EN-US>2023</span>年绩效自评报告
      <o:p></o:p></b></p>
      <p class=MsoNormal><![if !supportLists]><span
      style='mso-list:Ignore'>一、</span><![endif]>概况
      <span style='display:none;mso-hide:all'>隐藏</span></p>
      <table class=MsoNormalTable border=0><tr><td><p class=MsoNormal>预算<o:p></o:p></p></td>
      <td><p class=MsoNormal>120</p></td></tr></table></div>
      <div style='mso-element:comment-list'><p>批注内容</p></div></body></html>"""
    document = read(markup)
    assert texts(document)[:2] == ["2023年绩效自评报告", "一、概况"]
    assert placed(tables(document)[0]) == [(0, 0, 1, 1, "预算"), (0, 1, 1, 1, "120")]
    assert len(document.blocks) == 3


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<html><head><title>自评报告</title></head><body><div id=app></div></body></html>",
        "<html><body><nav>首页</nav><ul><li><a>政务公开</a></li></ul></body></html>",
        "<html><body><p><img src=a.png></p><p>版权所有：云溪市人民政府</p></body></html>",
    ],
)
def test_a_page_without_an_article_is_empty(markup: str):
    with pytest.raises(EmptyFile):
        read(markup)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(UnknownFormat):
        read(bytes(range(256)))


@pytest.mark.parametrize(
    "data",
    [
        b" " * (MAX_BYTES + 1),
        b"<b>" * (MAX_ELEMENTS + 1),
        b"<div>" * (MAX_DEPTH + 1) + b"x",
        b"<div>" * 5000 + b"x",
        b"<table><tr><td>x" * 17,
        b"<table border=1><tr>" + b"<td>1" * 1000 + b"<tr><td>2" * 2000,
    ],
    ids=["bytes", "elements", "depth", "deeper than the parser goes", "nested tables", "grid"],
)
def test_what_no_report_holds_is_too_large(data: bytes):
    with pytest.raises(TooLarge):
        read(data)
