"""What a site puts around an article, and what its style rules hide."""

from __future__ import annotations

import pytest

from heshu.extractors.readers import html
from heshu.extractors.readers.html_site import is_site_text
from heshu.extractors.readers.source import Source
from heshu.pipeline.stages import read_source
from heshu.schemas.file_errors import DamagedFile
from word_files import texts

ARTICLE = ["一、项目概况", "全年预算数为260万元，执行数247万元，执行率95%。", "二、存在的问题"]
TEXT = "".join(f"<p>{line}</p>" for line in ARTICLE)


def read(markup: str, head: str = "") -> list[str]:
    page = f"<html><head>{head}</head><body>{markup}</body></html>"
    return texts(html.read(Source("报告.html", page.encode())))


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2024-03-05 10:22 来源：市水利局 浏览次数：328次",
        "信息来源：云溪市财政局",
        "来源：市政府办公室",
        "阅读：12 次",
        "【字体：大 中 小】",
        "字号：【大 中 小】 打印 关闭",
        "[ 打印 ] [ 关闭窗口 ]",
        "打印本页 | 返回顶部",
        "分享到：微信 微博",
        "上一篇：关于公布部门决算的通知",
        "下一条：没有了",
        "扫一扫在手机打开当前页",
        "责任编辑：某甲",
        "导航",
        "首页 > 政务公开 > 财政信息",
        "Copyright © 2024 云溪市财政局 All Rights Reserved",
        "您是第 10086 位访问者",
    ],
)
def test_lines_of_a_site(line: str):
    assert is_site_text(line)


@pytest.mark.parametrize(
    "line",
    [
        "资金来源：市级财政拨款260万元。",
        "来源：市级财政拨款260万元",
        "打印机采购项目",
        "共打印宣传手册3000份，关闭非法采砂点6处。",
        "网站访问量：12万人次，比上年增长8%。",
        "首页改版费用12万元。",
        "大中小学校舍维修",
        "附件：2023年度项目支出绩效自评表.xlsx",
        "中",
    ],
)
def test_lines_of_an_article(line: str):
    assert not is_site_text(line)


def test_an_article_with_long_names_of_files_behind_it_is_found():
    names = [f"{at}.2023年度县级财政专项资金项目支出绩效自评表（{at}）.xlsx" for at in (1, 2, 3)]
    links = "".join(f'<p><a href="/files/{at}">{name}</a></p>' for at, name in enumerate(names))
    about = "<div>发布时间：2024-03-05 来源：市水利局 <a>打印</a> <a>关闭</a></div>"
    assert read(f"<div>{about}<div>{TEXT}{links}</div></div>") == [*ARTICLE, *names]


def test_names_of_files_alone_are_no_article():
    links = "".join(f'<li><a href="{at}.pdf">部门决算公开</a></li>' for at in range(9))
    assert read(f"<div><ul>{links}</ul></div><div>{TEXT}</div>") == ARTICLE


def test_a_link_that_is_never_ended_hides_no_article():
    text = TEXT.replace("二、", "项目按进度实施。" * 40 + "二、")
    assert len(read(f'<div><a href="a.pdf">{text}</div>')) >= 3


def test_a_list_of_other_articles_at_the_end_is_left_out():
    more = "<p>【相关文档】</p><ul><li>关于公布决算的通知</li><li>项目名录</li></ul>"
    assert read(f"<div>{TEXT}{more}</div>") == ARTICLE
    assert read(f"<div>{more}{TEXT}</div>")[0] == "【相关文档】"
    kept = "<p>相关文件：见附表，共3份。</p>"
    assert read(f"<div>{TEXT}{kept}</div>")[-1] == "相关文件：见附表，共3份。"


@pytest.mark.parametrize(
    ("head", "markup"),
    [
        ("<title>404</title>", "<h1>404 Not Found</h1><hr><center>nginx</center>"),
        ("", "<h1>403 Forbidden</h1>"),
        ("<title>错误</title>", "<div>您访问的页面不存在或已被删除！</div>"),
        ("", "<p>系统维护中，请稍后再试。</p>"),
        ("<title>登录</title>", "<h3>用户登录</h3><form>用户名：密码：</form>"),
    ],
)
def test_what_a_site_says_instead_of_a_page_is_no_report(head: str, markup: str):
    with pytest.raises(DamagedFile, match="下载没有成功"):
        read(markup, head)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>系统升级改造项目绩效自评报告</p><p>附件：1.自评表.xlsx</p>",
        "<p>统一身份登录平台建设项目绩效自评报告</p>",
        "<p>门户网站改版后，404 Not Found 等错误减少九成。</p>" + TEXT * 6,
    ],
)
def test_a_short_page_about_such_things_is_read(markup: str):
    assert read(markup)


STYLES = [
    ("<p class='a hid'>", ".hid{display:none}", True),
    ("<p class='hid'>", "p.a, P.HID { color:red; Display : None !important }", True),
    ("<p id=secret>", "<!-- #secret{visibility:hidden} -->", True),
    ("<p class=b>", "div > .b{display:none}", True),
    ("<p class=b>", "body .b{display:none}", True),
    ("<p class=b>", "section .b{display:none}", False),
    ("<p class=b>", "body > .b{display:none}", False),
    ("<p class=b>", ".b:hover{display:none} .b::after{display:none}", False),
    ("<p class=b>", "/* .b{display:none} */", False),
    ("<p class=b>", "@media print{.b{display:none}}", False),
    ("<p class=b>", "@media screen and (max-width:700px){.b{display:none}} .c{color:red}", False),
    ("<p class=b>", "@media screen{.b{display:none}}", True),
    ("<p class='b on'>", ".b{display:none} .b.on{display:block}", False),
    ("<p class='b on'>", ".b.on{display:block} .b{display:none}", False),
    ("<p class='b'>", ".b{display:none} .b{display:block}", False),
    ("<p class='b'>", ".b{display:none!important} .b{display:block}", True),
    ("<p class=b style='display:block'>", ".b{display:none}", False),
    ("<p class=b>", ".b{display:none", False),
    ("<p class=b>", ".b{overflow:hidden}", False),
]


@pytest.mark.parametrize(("tag", "css", "hides"), STYLES)
def test_what_style_rules_hide(tag: str, css: str, hides: bool):
    line = "另有未公开资金900万元。"
    found = read(f"<div>{TEXT}{tag}{line}</p></div>", f"<style>{css}</style>")
    assert found == (ARTICLE if hides else [*ARTICLE, line])


def test_hidden_text_is_told():
    page = f"<style>.x{{display:none}}</style><div>{TEXT}<p class=x>另有900万元。</p></div>"
    document, (report,) = read_source(Source("a.html", f"<html>{page}</html>".encode()))
    assert [note.code for note in document.notes] == ["hidden-text"]
    assert "900万元" not in {figure.text for figure in report.figures}


def test_a_page_that_a_script_is_to_show_is_read():
    assert read(f"<div id=app>{TEXT}</div>", "<style>#app{display:none}</style>") == ARTICLE


def test_one_of_two_copies_for_two_kinds_of_screens_is_read():
    copies = f"<div class=pc>{TEXT}</div><div class=mobile>{TEXT}</div>"
    assert read(copies, "<style>.mobile{display:none}</style>") == ARTICLE


def test_cells_keep_breaks_entities_and_nested_tables():
    markup = """<table border=1><tr><td>项目<br>名称<td>&ge;95%&nbsp;&#x4E07;元<td>甲&amp;乙&lt;3
      <tr><td colspan=3><table border=1><tr><td>内一<td>内二</table></table>"""
    document = html.read(Source("a.html", f"<html>{markup}</html>".encode()))
    cells = [[cell.text for cell in table.cells] for _, table in document.tables()]
    assert cells == [["项目\n名称", "≥95% 万元", "甲&乙<3", ""], ["内一", "内二"]]


@pytest.mark.parametrize("declared", ["", "<meta charset=gb2312>", "<meta charset=utf-8>"])
def test_a_page_in_the_chinese_encoding_whatever_it_says(declared: str):
    page = f"<html><head>{declared}</head><body>{TEXT}<p>镕城镇喆村水库</p></body></html>"
    found = texts(html.read(Source("a.html", page.encode("gbk"))))
    assert found == [*ARTICLE, "镕城镇喆村水库"]
