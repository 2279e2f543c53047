"""Wrong usage of the command, told in Chinese with click's English beside."""

from __future__ import annotations

from click import exceptions

_REASONS: tuple[tuple[type[exceptions.UsageError], str], ...] = (
    (exceptions.NoSuchOption, "没有这个选项"),
    (exceptions.MissingParameter, "缺少参数"),
    (exceptions.BadOptionUsage, "选项的用法不对"),
    (exceptions.BadArgumentUsage, "参数的用法不对"),
    (exceptions.BadParameter, "参数的值不对"),
)


def explained(error: exceptions.UsageError) -> str:
    """What is wrong, in both languages, and how to get help."""
    command = error.ctx.command_path if error.ctx else "heshu"
    return (
        f"用法有误：{_reason(error)}。请用 {command} --help 查看用法。\n"
        f"Wrong usage: {error.format_message()}"
    )


def _reason(error: exceptions.UsageError) -> str:
    reason = next((text for kind, text in _REASONS if isinstance(error, kind)), "命令写得不对")
    subject = _subject(error)
    return f"{reason}（{subject}）" if subject else reason


def _subject(error: exceptions.UsageError) -> str | None:
    """The option or parameter that the error is about; null where it names none."""
    match error:
        case exceptions.NoSuchOption() | exceptions.BadOptionUsage():
            return error.option_name
        case exceptions.BadParameter() if error.param is not None:
            return "、".join(error.param.opts)
        case _:
            return None
