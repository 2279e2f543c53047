"""What the code words in the tables are called in Chinese, for whoever reads them.

The tables keep the values as the contract has them; every place that shows them to people
takes its words from here.
"""

from __future__ import annotations

from .document import BlockType, DocumentStatus, Format
from .figure import Aspect, Comparator, DateRole, Direction, Grain, Kind, Role, UnitFrom
from .finding import DispositionStatus, Severity, Verdict
from .report import FundSource, Grade, Level1Kind, ProjectSource, ReportKind, SectionKind

FORMATS: dict[Format, str] = {
    "docx": "Word 文档",
    "doc": "旧版 Word 文档",
    "wps": "WPS 文档",
    "pdf": "PDF",
    "pdf-scan": "扫描 PDF",
    "txt": "纯文本",
    "html": "网页",
    "xlsx": "Excel 表格",
    "xls": "旧版 Excel 表格",
    "et": "WPS 表格",
}

DOCUMENT_STATUSES: dict[DocumentStatus, str] = {
    "ok": "全部读出",
    "partial": "部分读出",
    "failed": "未能读出",
    "superseded": "已有新版本",
}

BLOCK_TYPES: dict[BlockType, str] = {
    "title": "题名",
    "heading": "标题",
    "paragraph": "段落",
    "table": "表格",
    "caption": "表题",
    "footnote": "脚注",
    "textbox": "文本框",
    "toc": "目录",
    "header": "页眉",
    "footer": "页脚",
}

REPORT_KINDS: dict[ReportKind, str] = {
    "project_self_evaluation": "项目绩效自评",
    "project_evaluation": "项目绩效评价",
    "department_self_evaluation": "部门整体自评",
    "transfer_self_evaluation": "转移支付自评",
    "self_evaluation_form": "自评表",
    "other": "其他",
}

GRADES: dict[Grade, str] = {"优": "优", "良": "良", "中": "中", "差": "差"}

SECTION_KINDS: dict[SectionKind, str] = {
    "goal_management": "目标管理",
    "work_done": "自评工作",
    "conclusion": "自评结论",
    "goal_completion": "目标完成",
    "deviation": "偏差原因",
    "use_of_results": "结果应用",
    "overview": "概况",
    "funds": "资金",
    "indicators": "指标",
    "problems": "问题",
    "suggestions": "建议",
    "other": "其他",
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

COMPARATORS: dict[Comparator, str] = {
    "eq": "等于",
    "approx": "约",
    "over": "超过",
    "ge": "不低于",
    "under": "不足",
    "le": "不超过",
    "plus": "余",
}

UNIT_SOURCES: dict[UnitFrom, str] = {
    "text": "原文",
    "row": "本行",
    "column": "列标题",
    "header": "表头",
    "caption": "表上说明",
    "context": "上下文",
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

DIRECTIONS: dict[Direction, str] = {"up": "增", "down": "减", "flat": "持平"}

GRAINS: dict[Grain, str] = {"day": "日", "month": "月", "year": "年", "range": "时段"}

DATE_ROLES: dict[DateRole, str] = {
    "cover": "封面",
    "closing": "落款",
    "sign": "签字",
    "event": "事件",
    "period": "时期",
    "year": "年度",
}

PROJECT_SOURCES: dict[ProjectSource, str] = {
    "form": "自评表",
    "fund_table": "资金表",
    "prose": "正文",
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

SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}

VERDICTS: dict[Verdict, str] = {
    "fail": "不符",
    "ok": "相符",
    "rounding": "因四舍五入相符",
    "not_comparable": "口径不同，未比",
}

DISPOSITION_STATUSES: dict[DispositionStatus, str] = {
    "confirmed": "属实",
    "false_alarm": "误报",
    "explained": "已说明",
    "pending": "待查",
}

UNITS: dict[str, str] = {
    "CNY": "元",
    "USD": "美元",
    "1": "无量纲",
    "pp": "个百分点",
    "m2": "平方米",
    "m": "米",
    "kg": "千克",
    "m3": "立方米",
    "min": "分钟",
    "h": "小时",
    "d": "天",
    "workday": "个工作日",
    "month": "个月",
    "a": "年",
}
"""The units that the contract names; a classifier is its own name."""
