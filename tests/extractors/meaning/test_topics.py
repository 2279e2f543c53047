import pytest

from heshu.extractors.meaning.topics import topic


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("充电桩。年初已有42个，本年新建18个。", "充电桩"),
        ("（三）农村公厕。上年末累计120座。", "农村公厕"),
        ("二是职业技能提升。目标任务数5000人。", "职业技能提升"),
        ("● 基本公共卫生服务。年初下达任务36万人。", "基本公共卫生服务"),
        ("（一）产出情况。年内建成18座。", None),
        ("一是产业载体不断丰富。全年新增18家。", None),
        ("数量指标。完成18项。", None),
        ("全年建成18座。另有3座在建。", None),
        ("我局对项目进行了检查。共发现18个问题。", None),
        ("充电桩。", None),
    ],
)
def test_a_run_in_heading_says_what_a_paragraph_is_about(text: str, about: str | None):
    assert topic(text.replace("（", "(").replace("）", ")").replace("，", ",")) == about
