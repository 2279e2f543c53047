"""The part that a figure plays: budget, target, actual, weight, score and the like."""

from __future__ import annotations

import re
from itertools import takewhile

from ...schemas.figure import Role
from .clauses import Clause
from .measured import names_standard
from .vocabulary import NOMINAL, VERBAL, vocabulary

_MONEY: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("budget_initial", re.compile(r"(年初|初始|期初)[^,，]{0,6}(预算|安排|批复|下达)")),
    (
        "budget",
        re.compile(
            r"(?:投入|安排|使用|拨付|支付|下达)[^,，]*(?<!决算)(?<![共金营])预算(数|总额|金额|资金)?(为|是|约|共)?$"
        ),
    ),
    (
        "executed",
        re.compile(
            r"(?<!预算)支出$|执行(数|金额|资金)|预算执行$|实际(支出|投入|执行|支付|使用|拨付|完成支出)|决算(数|总额|金额|合计)?(为|是|共)?$|执行$|[共金营]预算支出$|支出(数|金额|资金|经费)$|支出[^,，]{0,10}(金|费|款|经费|资金|补贴|补助|津贴)$|支付$|"
            r"(累计|已|实际|共)(支付|支出|拨付|使用|兑付|发放|兑现|执行|投入)|"
            r"(?<![应拟待未])(?<!转移)(兑现|兑付|发放|支付)[^,，]{0,12}$"
        ),
    ),
    (
        "budget",
        re.compile(
            r"(?<![共金营])预算支出$|预算(?!执行|完成|收入|支出|单位|项目)|(财政|预算|上级)?(拨付|下达|安排|批复)(的)?(专项)?(资金|经费)|资金安排|调整后(的)?(预算|资金)?(总额|数)?(为|是)?$|安排.{0,20}(资金|经费|预算)?$|(?<!待)下达.{2,24}(资金|经费|预算|补助|补贴)$"
        ),
    ),
)
_FUNDS = re.compile(
    "(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算(?=财政拨款|当年拨款|拨款(?:收入|支出)|总?收入|总?支出|收支)"
    "|预算稳定调节基金|预算单位"
)
"""Kinds of public money and of who spends it: 预算 in their names tells of no budget."""
_DUE_TO_REACH = re.compile("(?<!不)[需须应](?:要|当)?(?:控制|达到|保持)[在到]?$")
_REACHED = frozenset({"rate", "count", "measure", "points"})
_AIM = re.compile("目标|指标|任务")
"""What every wording of a target has one of."""
_TARGET = re.compile(
    r"(目标|指标值|目标值|任务)(数|值|量)?(为|是|:)?(不超过?|不[低高多少大小]于|至少|至多)?$|"
    r"(年度|年初|预期|绩效|总体|全年)(目标|指标|任务)+(值|数|量)?(为|是|:)|^(年度|年初|预期)?(目标|指标)值"
)
_LABELLED_ACTUAL = re.compile("实际|完成值")
_WEIGHT = re.compile(r"分值|赋分|权重|满分|标准分|总分值|占分")
_SCORE = re.compile(r"得分|打分|评分|自评分|总分|分数|得$|评为|评得|均分|(自评|复核|复评)$")
DEDUCTED = frozenset({"扣", "扣除", "扣减", "扣去"})
"""Points taken off are neither a weight nor a score."""
_THEN_SCORED = re.compile("[,，;；]?(自评|评价|实际|最终)?(实得|得分?|评分)(为|:)?")
_IN_BRACKETS = re.compile(r"\((?:满分|分值|标准分)")
_FULL_MARKS = re.compile(r"(?<!评)(?<!得)总分100(\.0+)?分")
_PURSE = re.compile("^(本|该)?项目(总)?资金$|资金总[额量]$|^可用(资金|财力)?$")
_LAST_YEAR = frozenset(
    {"上年", "去年", "上年度", "上年同期", "去年同期", "上年末", "上年底", "去年末", "去年底"}
)
_PRIOR = _LAST_YEAR | {"同期", "往年", "上月", "原有"}
_AT_FIRST = frozenset({"年初", "期初"})
_FROM = frozenset({"由", "从"})
_LEFT_FROM = re.compile("结转|结余|遗留|存|未|剩|跨年|延续")
"""What last year left over is of this year too."""
_PLANNED = frozenset(
    {
        "预计",
        "可实现",
        "拟",
        "计划",
        "规划",
        "计划数",
        "计划值",
        "计划量",
        "年度计划",
        "年初计划",
        "全年计划",
        "力争",
        "将",
        "拟定",
        "下一步",
        "争取",
        "明年",
        "预期",
        "有望",
        "确保",
    }
)
_DONE = frozenset({"实际", "已", "已经", "实际完成", "已完成"})
_BUILT = frozenset({"完成", "建成", "竣工", "完工", "实现"})
_BUILT_BY_PLAN = frozenset({"建设", "新建", "实施", "改造", "修建", "布局", "布设", "建成", "打造"})
"""What is still to come where it is told as 规划: 规划建设 42个, not 规划面积 20亩."""
_PROJECTED = vocabulary().names.wholes | {"投资", "总投入"}
_TASKS = frozenset({"任务", "任务数", "指标"})
_IS = frozenset({"为", "是", "共", ":"})
"""Between 计划任务 and what is to be done; 占计划任务的 tells of what was."""
_PLANS_COUNTED = ("个", "项", "份", "条", "篇", "套", "期")
"""Classifiers of plans: 工作计划 12份, but 培训计划 800人."""
_FROM_TO = frozenset({"before", "origin"})
_MADE = re.compile("[列作划视]为|(?:发放|拨付|兑付|支付|分配|下达|兑现)(?:[到至给]|完毕)")
"""What something is taken for, or was done with, is no plan: 将 65岁以上老人 列为 重点."""
_BESIDE = frozenset({"against", "beyond"})
"""Relations to another thing, which the figure may be told of."""
_OF_WHOLE = frozenset({"completion", "execution"})
_STANDARD = re.compile("目标|计划|要求|约定|标准|规定|任务")
_OF_AIM = (["的", "目标"], ["的", "要求"], ["的", "目标值"], ["的", "标准"])
_ASIDE = frozenset({"de", "filler", "hedge"})
_QUOTES = frozenset('”"’')
_SIGNS = frozenset("≥≤=<>")
_WORKED = frozenset("×÷")


def role(clause: Clause, name: str, *, planned: bool) -> Role | None:
    """The role that the clause's words give; null where they give none."""
    if clause.figure.sort == "score":
        return _score_role(clause, name)
    text = "".join(clause.lead_texts)
    if _is_prior(clause):
        return "prior"
    if _aimed(clause, text):
        return "target"
    if planned or _planned_aside(clause):
        return "plan"
    if clause.figure.sort == "amount":
        return _money_role(text) or ("budget" if _is_purse(clause, name) else None)
    done = "before" in clause.relations or _LABELLED_ACTUAL.search(text)
    return "actual" if done else None


def plans(clause: Clause) -> bool:
    """Whether the clause speaks of what is still to come."""
    texts = clause.words.texts
    if _PLANNED.isdisjoint(texts[clause.opening : clause.at]):
        return False
    led = range(clause.opening, clause.at)
    return any(texts[at] in _PLANNED and not _no_plan(clause, at) for at in led)


def _no_plan(clause: Clause, at: int) -> bool:
    """Whether the word tells of no plan here: 计划 生育, 将 申报材料 由 9项 精简."""
    word, following = clause.words[at], clause.words[at + 1]
    if word.text == "规划":
        return following.text not in _BUILT_BY_PLAN
    if word.text == "确保" and following.text == "了":
        return True
    if word.text == "将":
        goes_on = takewhile(lambda text: text not in ",，;；", clause.words.texts[at:])
        if _MADE.search("".join(goes_on)):
            return True
        thing = following.kind in NOMINAL or following.kind == "loose_verb"
        return thing and not _FROM_TO.isdisjoint(clause.relations)
    if not word.text.endswith("计划") or following.text in _PROJECTED:
        return False
    told = following.text in _TASKS and clause.words.texts[at + 2] in _IS
    return not told and following.kind in {"de", "name", "figure"}


def _planned_aside(clause: Clause) -> bool:
    """Whether only this figure is of the plan: 培训 计划 800人，实训 920人, 计划 25场."""
    if "计划" not in clause.lead_texts:
        return False
    lead = [word.text for word in clause.lead if word.kind != "hedge"]
    counts_plans = len(lead) > 1 and clause.figure.text.endswith(_PLANS_COUNTED)
    return lead[-1:] == ["计划"] and not counts_plans


def is_done(clause: Clause) -> bool:
    """Whether the clause says that what was planned has come: 实际, 已, 建成 28座."""
    lead = clause.lead_texts
    if lead and _BUILT.issuperset(lead) and not clause.phrase:
        return True
    return not _DONE.isdisjoint(clause.words.texts[clause.opening : clause.at])


def _score_role(clause: Clause, name: str) -> Role | None:
    if clause.says(DEDUCTED):
        return None
    text = name + "".join(clause.lead_texts)
    if _WEIGHT.search(text):
        return "weight"
    if _then_scored(clause) or _FULL_MARKS.search(text + clause.figure.text):
        return "weight"
    if _SCORE.search(text) or _of_marks(clause):
        return "score"
    bracketed = clause.at > 0 and clause.words.texts[clause.at - 1] == "("
    return "weight" if bracketed and clause.phrase else None


def _then_scored(clause: Clause) -> bool:
    """Whether the next clause gives the score reached of these points: 产出50分，得46分."""
    following = clause.words[clause.at + 1 : clause.at + 5]
    figure = next((at for at, word in enumerate(following) if word.sort == "score"), 0)
    return bool(_THEN_SCORED.fullmatch("".join([word.text for word in following[:figure]])))


def _of_marks(clause: Clause) -> bool:
    """Whether the full marks follow in brackets: 决策 18.5分（满分20分）."""
    behind = "".join(clause.words.texts[clause.at + 1 : clause.at + 4])
    return _IN_BRACKETS.match(behind) is not None


def _is_prior(clause: Clause) -> bool:
    """Whether an earlier period's value is given: 是上年 19部 的3倍, 比上年的 200亿元 增长."""
    for text, kind in zip(reversed(clause.lead_texts), reversed(clause.lead_kinds), strict=True):
        if kind not in _ASIDE:
            beside = _held_to_the_past(clause)
            return text in _PRIOR or beside or _at_first(clause, text) or _told_of_last_year(clause)
    return _of_a_date(clause) or _held_to_the_past(clause)


def _held_to_the_past(clause: Clause) -> bool:
    """Whether a change is told from what was done in an earlier time: 比上年支出 9万元 下降."""
    against = clause.relations.get("against")
    if not against:
        return False
    inside = clause.words[against.start : clause.at]
    return any(word.text in _PRIOR or word.kind == "date" for word in inside)


def _at_first(clause: Clause, text: str) -> bool:
    """Whether a number is given from which the year set out: 由 年初的 52个 增至."""
    left = text in _AT_FIRST and clause.figure.sort != "amount"
    return left and not _FROM.isdisjoint(clause.lead_texts)


def _told_of_last_year(clause: Clause) -> bool:
    """Whether the clause tells of last year alone: 上年 接待 游客 86万人次, not 上年 结转."""
    counted = clause.figure.sort in {"count", "measure", "rate"} and clause.low == clause.opening
    if not counted or clause.lead_texts[0] not in _LAST_YEAR:
        return False
    return not clause.relations and not _LEFT_FROM.search("".join(clause.lead_texts))


def _of_a_date(clause: Clause) -> bool:
    """Whether the figure is in brackets behind its time: 为2021年（1.9亿次）的 2.4倍."""
    around = clause.words.kinds[max(clause.opening - 2, 0) : clause.at + 3]
    return around == ("date", "break", "figure", "break", "de")


def _aimed(clause: Clause, text: str) -> bool:
    """Whether a goal is given: 年初目标为 1800场, ≥ 95%."""
    if not _OF_WHOLE.isdisjoint(clause.relations):
        return False
    if clause.at > 0 and clause.words.texts[clause.at - 1] in _SIGNS:
        return not _is_result(clause)
    if not _BESIDE.isdisjoint(clause.relations):
        return bool(_STANDARD.search(text))
    due = clause.figure.sort in _REACHED and _DUE_TO_REACH.search(text)
    if due or _of_aim(clause) or names_standard(clause.words, clause.opening, clause.at):
        return True
    told = clause.figure.sort not in {"points", "rank"} and _AIM.search(text)
    return bool(told and _TARGET.search(text))


def _is_result(clause: Clause) -> bool:
    """Whether a calculation comes to it: 36÷40×100% = [90%]."""
    worked = clause.at > 1 and clause.words.texts[clause.at - 2][:1] in _WORKED
    return worked and clause.words.texts[clause.at - 1] == "="


def _of_aim(clause: Clause) -> bool:
    """Whether the figure is said to be that of a goal: “95%”的 目标."""
    behind = clause.words.texts[clause.at + 1 : clause.at + 4]
    return "的" in behind and [text for text in behind if text not in _QUOTES][:2] in _OF_AIM


def _is_purse(clause: Clause, name: str) -> bool:
    """Whether all money of a project is told: 项目资金 120万元, 全年可用 80万元."""
    start = clause.phrase.start if clause.phrase else clause.at
    acted = not VERBAL.isdisjoint(clause.words.kinds[clause.low : start])
    return not acted and bool(_PURSE.search(name))


def _money_role(text: str) -> Role | None:
    if "预算" in text:
        text = _FUNDS.sub("", text)
    return next((role for role, pattern in _MONEY if pattern.search(text)), None)
