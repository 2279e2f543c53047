"""The auditor's words for what the data says in code words, Chinese with the English beside."""

from __future__ import annotations

from ...schemas.figure import Aspect, Kind, Role
from ...schemas.finding import DispositionStatus, Severity, Verdict
from ...schemas.report import FundSource, Level1Kind, ProjectSource, ReportKind

SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}

VERDICTS: dict[Verdict, str] = {
    "fail": "不符",
    "ok": "相符",
    "rounding": "因四舍五入相符",
    "not_comparable": "口径不同，未比",
}

DISPOSITIONS: dict[DispositionStatus, str] = {
    "confirmed": "属实",
    "false_alarm": "误报",
    "explained": "已说明",
    "pending": "待查",
}

KINDS: dict[Kind, str] = {
    "amount": "金额",
    "rate": "比率",
    "points": "百分点",
    "multiple": "倍数",
    "count": "数量",
    "rank": "名次",
    "score": "分数",
    "measure": "计量",
}

ASPECTS: dict[Aspect, str] = {
    "level": "水平",
    "growth": "增长",
    "change": "增减",
    "share": "占比",
    "completion": "完成率",
    "execution": "执行率",
    "rank": "排名",
    "per_unit": "单位标准",
}

ROLES: dict[Role, str] = {
    "budget_initial": "年初预算",
    "budget": "全年预算",
    "executed": "全年执行",
    "target": "目标值",
    "actual": "实际值",
    "weight": "分值",
    "score": "得分",
    "prior": "上年",
    "plan": "计划",
}

REPORT_KINDS: dict[ReportKind, str] = {
    "project_self_evaluation": "项目绩效自评",
    "project_evaluation": "项目绩效评价",
    "department_self_evaluation": "部门整体自评",
    "transfer_self_evaluation": "转移支付自评",
    "self_evaluation_form": "自评表",
    "other": "其他",
}

FUND_SOURCES: dict[FundSource, str] = {
    "total": "合计",
    "fiscal": "财政拨款",
    "carryover": "上年结转",
    "other": "其他资金",
    "central": "中央",
    "province": "省级",
    "city": "市级",
    "county": "县级",
    "self_raised": "自筹",
    "special_account": "财政专户",
    "bond": "债券",
}

PROJECT_SOURCES: dict[ProjectSource, str] = {
    "form": "自评表",
    "fund_table": "资金表",
    "prose": "正文",
}

LEVEL1_KINDS: dict[Level1Kind, str] = {
    "decision": "决策",
    "process": "过程",
    "output": "产出",
    "cost": "成本",
    "benefit": "效益",
    "satisfaction": "满意度",
    "management": "管理",
    "other": "其他",
}
