"""Units of the contract: what is printed, and kind, unit and factor of it."""

from __future__ import annotations

from decimal import Decimal

MU = Decimal(10000) / 15
MEASURES: dict[str, tuple[str, Decimal | int]] = {
    **dict.fromkeys(("平方米", "m2", "平米"), ("m2", 1)),
    **dict.fromkeys(("平方公里", "km2", "平方千米"), ("m2", 10**6)),
    "亩": ("m2", MU),
    "公顷": ("m2", 10**4),
    **dict.fromkeys(("公里", "千米", "km"), ("m", 1000)),
    **dict.fromkeys(("米", "延米", "m"), ("m", 1)),
    **dict.fromkeys(("厘米", "cm"), ("m", Decimal("0.01"))),
    "吨": ("kg", 1000),
    **dict.fromkeys(("公斤", "千克", "kg"), ("kg", 1)),
    **dict.fromkeys(("立方米", "方", "m3"), ("m3", 1)),
    "分钟": ("min", 1),
    **dict.fromkeys(("小时", "个小时"), ("h", 1)),
    **dict.fromkeys(("天", "日"), ("d", 1)),
    **dict.fromkeys(("个工作日", "工作日"), ("workday", 1)),
    "个月": ("month", 1),
    "年": ("a", 1),
}
CURRENCIES = {
    **dict.fromkeys(("元", "元整", "块钱", "元人民币"), "CNY"),
    "美元": "USD",
    "港元": "HKD",
    "欧元": "EUR",
}
RATES = {"%": Decimal("0.01"), "‰": Decimal("0.001"), "成": Decimal("0.1")}
