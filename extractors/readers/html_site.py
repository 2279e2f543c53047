"""Lines that a site puts around its articles: who publishes them, what to click, what is next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...schemas.document import Block, Paragraph

_LONGEST = 120
_LONGEST_LINK = 60
_SITE = re.compile(
    r"版权所有|ICP\s*备|公网安备|网站标识码|技术支持|网站地图|网站支持IPv6|您是第\s*[0-9]+\s*位"
    r"|All\s+Rights\s+Reserved|^Copyright|^©"
    r"|^(?:您)?(?:现在的|当前的?)位置|^(?:网站)?导航$|^首页\s*(?:[>＞»|]|$)"
    r"|^(?:上|下)一[篇条]|^分享(?:到|至|$)|^扫一扫|^(?:我要)?纠错$|^责任编辑[:：]"
    r"|^(?:主办|承办)(?:单位)?[:：]",
    re.IGNORECASE,
)
"""What only a site says of itself: 版权所有 (all rights reserved), 备案 (licence) numbers."""
_ABOUT = re.compile(
    r"^(?:发布|发文|更新|录入|添加)(?:时间|日期)[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]\s*\d*\s*次?(?![^\s\]】)）])"
    r"|^(?:信息|文章|稿件)来源[:：]|^来源[:：]\s*\S{1,20}(?:[局厅委办网府处科]|中心|公室)$"
    r"|[【\[(（]?字[号体](?:大小)?[】\])）]?[:：]"
)
"""What a site says of an article under its title: when it was put there, how often seen."""
_BUTTONS = re.compile(
    r"(?:[\s|｜/\[\]【】（）()·]|(?:打印|关闭|收藏|返回|分享|下载|保存)"
    r"(?:本页|此页|本文|页面|窗口|顶部|首页|列表|上页|上一页)?|回到顶部|TOP|大|中|小|A[+-])+",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"^\W*(?:HTTP|错误|Error)?\W*(?:40[0134]|50[0234])\b\W*"
    r"(?:Not Found|Forbidden|Unauthorized|Bad|Internal|Service|Gateway)"
    r"|页面(?:不存在|没有?找到|已被?删除|已?丢失|出错|无法访问)|找不到(?:您|你)?\S{0,6}(?:页面|网页|文件)"
    r"|无权(?:访问|查看|下载)|系统正?在?(?:维护|升级)中|会话已?(?:过期|超时)"
    r"|^(?:用户|账号|统一身份)?登[录陆]$|请(?:先|重新)登[录陆]",
    re.IGNORECASE,
)
_LONGEST_FAILURE = 300
_BUTTON = re.compile("打印|关闭|收藏|返回|分享|顶部")
_MORE = re.compile(
    r"(?:相关|延伸|推荐)(?:文档|链接|新闻|阅读|文章|信息|稿件|政策|解读)(?:[:：]|$)|^热门"
)


def is_site_text(text: str) -> bool:
    """Whether a short line is of the site's making: where one is, whom it belongs to."""
    line = text.strip()
    if len(line) >= _LONGEST:
        return False
    buttons = _BUTTONS.fullmatch(line) and _BUTTON.search(line)
    return bool(buttons or _SITE.search(line) or _ABOUT.search(line))


def failure(blocks: Sequence[Block]) -> str | None:
    """What a page says that has nothing to show, or nothing without logging in; else null."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    if len(texts) < len(blocks) or sum(map(len, texts)) > _LONGEST_FAILURE:
        return None
    return next((text for text in texts if _FAILED.search(text.strip())), None)


def without_site(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the site's lines, and without the list of other articles at the end."""
    kept = [block for block in blocks if not _is_of_site(block)]
    links = len(kept)
    while links and _may_be_link(kept[links - 1]):
        links -= 1
    more = (at for at in range(links, len(kept)) if _leads_on(kept[at]))
    return kept[: next(more, len(kept))]


def _is_of_site(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_site_text(block.text)


def _leads_on(block: Block) -> bool:
    return isinstance(block, Paragraph) and _MORE.match(block.text.strip("•【】[] ")) is not None


def _may_be_link(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and len(block.text) <= _LONGEST_LINK
        and not block.text.endswith(("。", "；"))
    )
