"""The command `gongkai`: thin; it asks the pipeline and prints. Exit codes: 0 fine, 1 findings, 2 wrong use."""

from __future__ import annotations

import json
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gongkai.commands import ChineseGroup, run
from gongkai.errors import UsageError, nearest
from gongkai.findings import Severity
from gongkai.outline import outline
from gongkai.settings import project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gongkai.findings import Finding

# 127.0.0.1:8000 · localhost:8000 · [::1]:8000
_ADDRESS = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):[0-9]{1,5}")
_MOST_FAULTS = 50
_PATH = click.Path(path_type=Path)


def _config(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--config", type=_PATH, default="mkdocs.yml", metavar="文件", help="站点的 mkdocs.yml，默认用当前文件夹里的"
    )(command)


def _json(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--json", "as_json", is_flag=True, help="输出给程序读的 JSON")(command)


def _strict(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--strict", is_flag=True, help="有警告也算不通过（退出码 1）")(command)


@click.group(cls=ChineseGroup)
@click.version_option(package_name="gongkai", message="gongkai %(version)s", help="显示版本")
def gongkai() -> None:
    """公开：报告变网页，数字变数据，每个数字都能回到原句。"""


@gongkai.command()
@click.option("--force", is_flag=True, help="覆盖人改过的转换页面，说明覆盖了哪些，并留副本")
@click.option("--prune", is_flag=True, help="删去已经没有报告的转换页面（人改过的不删）")
@_config
@_json
@_strict
def convert(*, force: bool, prune: bool, config: Path, as_json: bool, strict: bool) -> int:
    """把 seeds/ 里的报告转换成页面和数据。"""
    from gongkai.pipeline import conversion

    done = conversion.convert(project(config), force=force, prune=prune, progress=_progress)
    _tell(done.findings, as_json=as_json)
    if as_json:
        _record(done.as_record())
    else:
        changed = f"更新 {len(done.written)} 个文件" if done.written else "没有变化"
        _say(f"转换 {done.reports} 份报告，{done.figures} 项数据；{changed}。")
    return _code(done.findings, strict=strict)


@gongkai.command()
@click.argument("paths", nargs=-1, type=_PATH, metavar="[文件或文件夹]...")
@_config
@_json
@_strict
def check(*, paths: tuple[Path, ...], config: Path, as_json: bool, strict: bool) -> int:
    """检查 docs/ 里的页面：哪里、什么问题、怎么改。"""
    from gongkai.pipeline import checking

    findings = checking.check(project(config), config, paths)
    _tell(findings, as_json=as_json)
    if not as_json:
        counts = [f"{sum(f.severity is s for f in findings)} 个{s.label}" for s in Severity]
        _say(f"检查完毕：{'、'.join(counts)}。" if findings else "检查完毕，没有发现问题。")
    return _code(findings, strict=strict)


@gongkai.command()
@click.option("--full", is_flag=True, help="不管有没有变化都重新生成")
@_config
@_json
def build(*, full: bool, config: Path, as_json: bool) -> int:
    """生成网站到 site/。"""
    from gongkai.pipeline import building

    site = project(config)
    with _bar("生成网站") as tick:
        done = building.build(site, config, full=full, tick=tick)
    if done.findings:
        _tell(done.findings, as_json=as_json)
        _say("没有生成网站；上次生成的没有动。")
        return 1
    for warning in done.warnings:
        _say(f"提醒：{warning}")
    if done.warnings:
        _say("gongkai check 说明在哪一行。")
    if as_json:
        _record(done.as_record())
    else:
        state = f"用时 {done.seconds:.1f} 秒" if done.built else "内容没有变化，沿用上次生成的"
        _say(f"网站在 {site.output}（{state}）。")
        _say(f"{done.pages} 个网页，连同数据和样式共 {done.files} 个文件，{done.bytes / 1000:.0f} kB。")
        _say(f"直接打开 {site.output / 'index.html'} 就能看，也可以把整个文件夹放到任何网站服务器上。")
    return 0


@gongkai.command()
@click.option("--address", default="127.0.0.1:8000", metavar="地址", help="预览用的地址和端口，默认 127.0.0.1:8000")
@_config
def serve(*, address: str, config: Path) -> int:
    """在本机预览，改了页面自动刷新。"""
    from gongkai.pipeline import building, conversion

    if not _ADDRESS.fullmatch(address) or int(address.rpartition(":")[2]) > 65535:
        raise UsageError(f"“{address}”不是地址和端口。写成 127.0.0.1:8000 这样。")
    site = project(config)
    _tell(conversion.convert(site, progress=_progress).findings, as_json=False)
    in_the_way = building.obstacles(site)
    if in_the_way:
        _tell(in_the_way, as_json=False)
        return 1
    _say(f"预览地址 http://{address}/ ，按 Ctrl+C 停止。")
    building.serve(config, address)
    return 0


@gongkai.command()
@click.option("--site", type=_PATH, metavar="文件夹", help="生成好的网站，默认用 mkdocs.yml 里的 site_dir")
@click.option("--pages", type=click.IntRange(min=1), default=20, metavar="页数", help="最多检测多少页，默认 20")
@click.option("--all", "every", is_flag=True, help="检测全部网页")
@click.option("--full", is_flag=True, help="每页走完全部配色、宽度和功能的搭配，默认只抽查")
@click.option("--write", is_flag=True, help="把结果写到无障碍声明旁边，再生成网站就能看到")
@click.option("--date", default="", metavar="日期", help="写进结果的检测日期，如 2026-11-24，默认今天")
@_config
@_json
def audit(**options: Any) -> int:
    """在浏览器里检测网站，人人都能用吗。"""
    from gongkai.pipeline import auditing

    wanted = auditing.Wanted(**{name: options[name] for name in ("site", "pages", "every", "full", "write", "date")})
    plan = auditing.plan(wanted, options["config"])
    with _bar("检测") as tick:
        found = auditing.audit(plan, tick)
    for path in plan.into:
        _say(f"结果写在 {path} 。运行 gongkai build 后，无障碍声明里就能看到。")
    if options["as_json"]:
        for fault in found.faults:
            _record(auditing.fault_record(fault))
        _record(found.as_record())
    else:
        click.echo("\n".join([*auditing.summary(found), *auditing.details(found, _MOST_FAULTS)]))
    return int(bool(found.faults))


@gongkai.command()
@click.argument("query", nargs=-1, required=True, metavar="要查的词...")
@click.option("--site", type=_PATH, metavar="文件夹", help="生成好的网站，默认用 mkdocs.yml 里的 site_dir")
@click.option("--limit", type=click.IntRange(min=1), default=10, metavar="条数", help="最多显示多少条，默认 10")
@_config
@_json
def search(*, query: tuple[str, ...], site: Path | None, limit: int, config: Path, as_json: bool) -> int:
    """在生成好的网站里查，结果和搜索页一样。"""
    from gongkai.pipeline import seeking

    found = seeking.seek(site or project(config).output, " ".join(query), limit)
    if as_json:
        _record(seeking.record(found))
    else:
        click.echo("\n".join(seeking.lines(found)))
    return 0


@gongkai.command("read")
@click.argument("file", type=_PATH, metavar="文件")
@_json
def read_report(*, file: Path, as_json: bool) -> int:
    """读一份报告，显示读出的标题、要点和数字，不写任何文件。"""
    from gongkai.pipeline.reading import exchange, read

    reading, findings = read(file)
    if as_json:
        for finding in findings:
            click.echo(str(finding), err=True)
        if reading:
            _record(exchange(reading))
    else:
        if reading:
            click.echo("\n".join(outline(reading)))
        _tell(findings, as_json=False)
    return _code(findings, strict=False)


@gongkai.command()
@click.argument("code", metavar="编号")
def explain(*, code: str) -> int:
    """解释一个问题编号，如 GK401：是什么、为什么、怎么改。"""
    from gongkai.explain import page
    from gongkai.pipeline.checking import rules as every_rule

    rules = every_rule()
    rule = rules.get(code.upper())
    if rule is None:
        hint = nearest(code.upper(), rules) or "。"
        raise UsageError(f"没有“{code}”这个编号{hint}全部编号：{' '.join(rules)}")
    click.echo(page(rule))
    return 0


@gongkai.command("new-site")
@click.argument("folder", type=_PATH, metavar="文件夹")
def new_site(*, folder: Path) -> int:
    """建一个自己的站点，带虚构的示例内容。"""
    from gongkai.pipeline import starting

    names = starting.new_site(folder)
    _say(f"在 {folder} 建好了站点，{len(names)} 个文件。接着：")
    _say(f"    cd {folder}")
    _say("    gongkai convert && gongkai build && gongkai serve")
    return 0


def main() -> None:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(gongkai))


def _tell(findings: Iterable[Finding], *, as_json: bool) -> None:
    for finding in findings:
        click.echo(json.dumps(finding.as_record(), ensure_ascii=False) if as_json else str(finding))


def _record(record: dict[str, Any]) -> None:
    click.echo(json.dumps(record, ensure_ascii=False))


def _say(words: str) -> None:
    click.echo(words, err=True)


def _code(findings: Iterable[Finding], *, strict: bool) -> int:
    wrong = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(finding.severity in wrong for finding in findings))


@contextmanager
def _bar(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal, told how many steps of how many are done; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, whole: progress.update(task, completed=done, total=whole)


def _progress(what: str, items: list[Path]) -> Iterable[Path]:
    """The items again, with a bar on a terminal when there are many."""
    if len(items) < 20 or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, what, console=Console(stderr=True))


if __name__ == "__main__":
    main()
