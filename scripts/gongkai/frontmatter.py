"""Front matter of a Markdown file: split it off, read it strictly, remember on which line each key stands.

A block with 标题: 通知 gives {"标题": "通知"} and line 2 for it. Dates stay text, duplicate keys are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

import yaml

_HEAD = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REFERENCE = "不要用 & 和 * 引用；值以它们开头时要给整个值加引号"
# what PyYAML complains of -> words that staff understand
_PROBLEMS = {
    r"\btab\b|\\t": "缩进里用了制表符（Tab），应改用空格",
    r"expected alphabetic or numeric character": _REFERENCE,
    r"mapping values are not allowed": "冒号用错了：值里有英文冒号时要给整个值加引号",
    r"scanning a quoted scalar|unexpected end": "引号没有成对",
    r"could not find expected ':'": "这一行缺少英文冒号和空格“: ”",
}


class FrontMatterError(ValueError):
    """The block cannot be read; carries the line and column in the file, from 1."""

    def __init__(self, what: str, line: int, column: int = 1) -> None:
        super().__init__(what)
        self.what, self.line, self.column = what, line, column


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A page's metadata and where its body begins."""

    values: dict[str, Any]
    lines: dict[str, int]
    """Line in the file of each top-level key, from 1."""
    body: str
    body_line: int
    """Line in the file of the body's first line, from 1."""


class _Loader(_Base):  # type: ignore[valid-type,misc]
    """Safe YAML in which dates stay text and a key stands once."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, (str, int, float, bool)):
            raise yaml.MarkedYAMLError(problem="键只能是文字", problem_mark=key_node.start_mark)
        if key in seen:
            raise yaml.MarkedYAMLError(problem=f"“{key}”写了两次", problem_mark=key_node.start_mark)
        seen.add(key)
    loader.flatten_mapping(node)
    return {loader.construct_object(k, deep=True): loader.construct_object(v, deep=True) for k, v in node.value}


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load_yaml(text: str, first_line: int = 1) -> tuple[dict[str, Any], dict[str, int]]:
    """A YAML mapping and the line of each of its top-level keys; FrontMatterError when it is not one."""
    try:
        _no_references(text)
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            values = loader.construct_document(node) if node else {}
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise FrontMatterError(_words(error.problem or ""), line, mark.column + 1 if mark else 1) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise FrontMatterError("有不能识别的字符或写法", first_line) from None
    if not isinstance(values, dict):
        raise FrontMatterError("应当是一行一个“键: 值”", first_line)
    lines = {str(key.value): first_line + key.start_mark.line for key, _ in node.value} if node else {}
    return {str(key): value for key, value in values.items()}, lines


def _no_references(text: str) -> None:
    """Refuse anchors and aliases: a few lines of them can stand for more than a computer holds."""
    if "&" not in text and "*" not in text:
        return
    event: Any
    for event in yaml.parse(text, _Loader):
        if getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(problem=_REFERENCE, problem_mark=event.start_mark)


def split(text: str) -> FrontMatter:
    """Metadata and body of a Markdown file; a file without a block has none. FrontMatterError when it is broken."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = _HEAD.match(text)
    if not found:
        if re.match(r"---[ \t]*\n", text):
            raise FrontMatterError("开头的 --- 没有对应的结束行 ---", 1)
        return FrontMatter({}, {}, text, 1)
    values, lines = load_yaml(found["yaml"], 2)
    return FrontMatter(values, lines, text[found.end() :], text.count("\n", 0, found.end()) + 1)


def _words(problem: str) -> str:
    """PyYAML's complaint in words that staff understand; ours are Chinese already."""
    if re.search(r"[\u4e00-\u9fff]", problem):
        return problem
    found = (words for pattern, words in _PROBLEMS.items() if re.search(pattern, problem))
    return next(found, "写法不符合 YAML 规则（检查冒号、引号、缩进）")
