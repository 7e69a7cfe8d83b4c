"""click in Chinese: help pages, and errors that say what is wrong and name the nearest right word."""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING, Any

import click

from gongkai.errors import GongkaiError, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChineseCommand(click.Command):
    """A command whose help is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法：gongkai read [选项] 文件"""
        pieces = [piece.replace("[OPTIONS]", "[选项]") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under the head 选项."""
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, described in Chinese."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这页说明"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """A group that lists its commands in the order they were made and knows what a mistyped one meant."""

    command_class = ChineseCommand

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names in the order of a working day."""
        return list(self.commands)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法：gongkai 命令 [选项]"""
        formatter.write_usage(ctx.command_path, "命令 [选项]", prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands first, then options."""
        with formatter.section("命令"):
            formatter.write_dl([(name, command.get_short_help_str(60)) for name, command in self.commands.items()])
        ChineseCommand.format_options(self, ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name, or an error that names the nearest one."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            hint = nearest(args[0], self.commands) or "。"
            raise click.UsageError(f"没有“{args[0]}”这个命令{hint}", ctx)
        return super().resolve_command(ctx, args)


def run(group: click.Group, args: Sequence[str] | None = None) -> int:
    """Run a command line; its exit code: what the command returned, or 2 for wrong use, told on standard error."""
    try:
        code = group.main(args=args, prog_name="gongkai", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 2
    except click.ClickException as error:
        click.echo(f"gongkai：{complaint(error)}", err=True)
        return 2
    except GongkaiError as error:
        click.echo(f"gongkai：{error}", err=True)
        return 2
    except OSError as error:
        click.echo(f"gongkai：{disk_complaint(error)}", err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("已停止。", err=True)
        return 130
    return code if isinstance(code, int) else 0


def disk_complaint(error: OSError) -> str:
    """What the system refused, in Chinese, with the file and the cure."""
    what = _DISK.get(error.errno or 0, f"系统不允许（{error.strerror or error}）")
    return f"{error.filename}：{what}。" if error.filename else f"{what}。"


_DISK = {
    errno.EACCES: "没有权限读或写。检查文件夹的权限，或换一个账号运行",
    errno.EPERM: "没有权限读或写。检查文件夹的权限，或换一个账号运行",
    errno.EROFS: "这个磁盘是只读的。换一个能写的地方",
    errno.ENOSPC: "磁盘满了。清出空间后再运行一次",
    errno.EISDIR: "应当是文件，却是文件夹。把它移走后再运行一次",
    errno.ENOTDIR: "路径中间有一段是文件，不是文件夹。把它移走后再运行一次",
    errno.ENOTEMPTY: "文件夹里有别的内容。把它移走后再运行一次",
    errno.EEXIST: "这里已有同名的文件。把它移走后再运行一次",
    errno.ENAMETOOLONG: "名字太长。换一个短的名字",
    errno.ENOENT: "运行时不见了。不要在运行时移动文件，再运行一次",
}


def complaint(error: click.ClickException) -> str:
    """What click found wrong, in Chinese, with the cure."""
    context: Any = getattr(error, "ctx", None)
    path = context.command_path if context else "gongkai"
    more = f"用 {path} --help 看用法。"
    if isinstance(error, click.NoSuchOption):
        options = [name for param in (context.command.params if context else []) for name in param.opts]
        return f"没有“{error.option_name}”这个选项{nearest(error.option_name, [*options, '--help']) or '。'}{more}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name.removesuffix("...") if error.param else ""
        return f"缺少“{name}”。{more}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项“{error.option_name}”后面缺少值。{more}"
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param else ""
        return f"“{name}”的值不对：{_value_words(error)}{more}"
    message = error.format_message()
    extra = re.search(r"unexpected extra arguments? \((?P<words>.*)\)", message)
    if extra:
        return f"多写了“{extra['words']}”。{more}"
    return f"{message}{more}" if _chinese(message) else f"命令写法不对（{message}）。{more}"


def _value_words(error: click.BadParameter) -> str:
    message = error.message
    if _chinese(message):
        return message
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Path):
        return "没有这个文件或文件夹，或者不能读。"
    if isinstance(kind, (click.IntRange, type(click.INT))):
        return "应当是整数。"
    return f"{message}。"


def _chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)
