import pytest

from heshu.extractors.text.fold import fold, fold_char


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("⽉末支出４７１．９１万元", "月末支出471.91万元"),
        ("安全事故0起.(三)满意度", "安全事故0起。(三)满意度"),
        ("覆盖率98%.其中山区96%", "覆盖率98%。其中山区96%"),
        ("验收合格.3月底前完成", "验收合格。3月底前完成"),
        ("等次为优.", "等次为优。"),
        ("一.项目概况", "一.项目概况"),
        ("(一).项目概况", "(一).项目概况"),
        ("(1).项目概况", "(1).项目概况"),
        ("评为“优”.", "评为“优”。"),
        ("已完工(含收尾).其中", "已完工(含收尾)。其中"),
        ("第三.加强监督", "第三.加强监督"),
        ("附件.1", "附件.1"),
        ("概况......3", "概况......3"),
        ("共1.5万元，均价3.2元", "共1.5万元,均价3.2元"),
        ("登录www.例子.cn", "登录www.例子.cn"),
    ],
)
def test_forms_of_one_character_become_one(printed: str, folded: str):
    assert fold(printed) == folded
    assert len(fold(printed)) == len(printed)


def test_every_character_of_the_basic_plane_is_folded_as_it_is_alone():
    characters = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    assert [fold(char) for char in characters] == [fold_char(char) for char in characters]
