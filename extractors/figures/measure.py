"""Measures: 700亩, 9.14平方公里, 2.6万吨, 5个工作日, 18个月, 10年."""

from __future__ import annotations

from .quantity import read_quantity
from .rule import Rule

RULES = (
    Rule(
        "measure",
        "measure",
        "{sign}{number}{s}{never}{measure}{per}{after}{end}",
        read_quantity,
        {
            "土地450亩": "300000",
            "总面积233万㎡": "2330000",
            "流域面积9.14平方公里": "9140000",
            "处置污泥2.6万吨": "26000000",
            "受理不超过5个工作日": "5",
            "建设周期18个月": "18",
            "等候不足10分钟": "10",
            "巡查1200多公里": "1200000",
            "年节水35万立方米": "350000",
            "装机500千瓦": "500",
            "发电1.2万千瓦时": "12000",
            "为期三年": "3",
            "三年行动方案": None,
            "近三年来": None,
            "每月15日前报送": None,
            "5年级学生": None,
            "7×24小时值守": None,
            "5G网络": None,
        },
    ),
    Rule(
        "months_more",
        "measure",
        "{number}{s}个(?P<after>[余多])(?P<unit>月)",
        read_quantity,
        {"历时3个多月": "3", "两个多月时间": "2"},
    ),
)
