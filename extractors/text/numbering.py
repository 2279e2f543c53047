"""What tells the number of a heading (1.1人员情况) from a number with its unit (1.1人)."""

NO_UNIT = (
    r"(?!公[里斤顷吨]|平方|立方|小时|分钟|海里|[千兆]?瓦|[万亿元倍米亩吨级千百厘毫次岁月度克秒]"
    r"|分(?![配析解类工项])|个(?![人别体性])|户(?![籍外均])|人(?![员才力均口事居工文大民])"
    r"|家(?![庭校长])|年(?![度初末底终])|天(?![气然])|升(?!级))"
)
"""A pattern that matches before a word, and not before a unit that a decimal may have."""
