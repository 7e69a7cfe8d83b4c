"""Derived pages stay derived: decide for each file whether to write it, or to leave it because a person changed it.

A converted page says in 正文校验 and 元数据校验 what was written; 数据校验 beside a table says it of CSV and JSON. Keys
that Gongkai does not write (审核, 更正) are kept from the page that stands there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.files import Content, same, sha256
from gongkai.findings import Finding, Place
from gongkai.frontmatter import FrontMatter, FrontMatterError, split
from gongkai.pages import meta
from gongkai.pages.kept import KeptError, body_holds, edited_key, merged, own_keys, untouched
from gongkai.pages.rules import EDITED, LEFTOVER, OCCUPIED, OVERWRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from gongkai.files import Batch

    Standing = Callable[[str], Content | None]

ASIDE = ".cache/replaced"
"""Where a person's version goes when it is overwritten by wish, below the project."""


class Action(Enum):
    """What becomes of a file."""

    WRITE = "write"
    SAME = "same"
    """It holds just this already."""
    LEAVE = "leave"
    """A person changed it."""
    REMOVE = "remove"
    """No report stands behind it any more."""


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one file."""

    path: str
    """Below docs/."""
    action: Action
    data: Content = b""
    """What to write."""
    replaced: bytes = b""
    """A person's version that is overwritten by wish."""

    @property
    def aside(self) -> str:
        """Where `replaced` is kept, below the project; the name tells versions apart."""
        return f"{ASIDE}/{self.path}.{sha256(self.replaced)[:8]}"


@dataclass(frozen=True, slots=True)
class _Flaw:
    """Why a file may not be written over."""

    line: int
    what: str
    occupied: bool = False


class Upkeep:
    """Compares what was made with what stands in docs/."""

    def __init__(self, standing: Standing, docs: str = "docs", *, force: bool = False) -> None:
        """`standing` gives what a path below docs/ holds, None when there is no file; `docs` is printed."""
        self._standing = standing
        self._docs = docs
        self._force = force

    def steps(self, made: Mapping[str, Content], seed: str = "") -> tuple[list[Step], list[Finding]]:
        """What becomes of each file that was made of one report, and what a person must know.

        `seed` is the path of the report to print; empty for the data of all reports.
        """
        flaws = {path: self._flaw(path, data, made) for path, data in sorted(made.items())}
        steps, findings = [], []
        for path, flaw in flaws.items():
            held = not flaw and not self._force and any(flaws[page] for page in self._records(path, made))
            step = self._step(path, made[path], flaw, held=held)
            steps.append(step)
            if flaw:
                findings.append(self._finding(step, flaw, seed))
        return steps, findings

    def holders(self, paths: Iterable[str], sources: Collection[str]) -> dict[str, str]:
        """Folder below docs/ -> the source file whose pages stand there, for `settled`.

        `paths` are all files below docs/; `sources` the names of all files of seeds/, so that the address of a report
        that is gone, or was given another name, is free.
        """
        found: dict[str, str] = {}
        for path in sorted(paths):
            folder, _, name = path.rpartition("/")
            if folder not in found and name.endswith(".md"):
                front = self._converted(path)
                source = str(front.values.get("源文件", "")) if front else ""
                if source in sources:
                    found[folder] = source
        return found

    def leftovers(
        self, paths: Iterable[str], made: Collection[str], spared: Collection[str] = (), *, prune: bool = False
    ) -> tuple[list[Step], list[Finding]]:
        """Converted pages for which nothing was made; removed only when `prune`, and then only if nobody changed them.

        `paths` are all files below docs/; `spared` are names of source files that could not be read this time.
        """
        there = set(paths)
        folders: dict[str, list[Step]] = {}
        for path in sorted(there - set(made)):
            front = self._converted(path) if path.endswith(".md") else None
            if front is None or str(front.values.get("源文件", "")) in spared:
                continue
            remove = prune and untouched(front)
            found = [Step(path, Action.REMOVE if remove else Action.LEAVE)]
            for name, digest in _recorded(front).items():
                other = _beside(path, name)
                if other in there and other not in made:
                    whole = meta.digest(self._standing(other) or b"") == digest
                    found.append(Step(other, Action.REMOVE if remove and whole else Action.LEAVE))
            folders.setdefault(path.rpartition("/")[0], []).extend(found)
        steps = [step for found in folders.values() for step in found]
        return steps, [self._left_over(folder, found) for folder, found in folders.items() if _left(found)]

    def _flaw(self, path: str, data: Content, made: Mapping[str, Content]) -> _Flaw | None:
        old = self._standing(path)
        if old is None or _alike(old, data):
            return None
        return _page_flaw(_bytes(old), _bytes(data)) if path.endswith(".md") else self._data_flaw(path, old, made)

    def _data_flaw(self, path: str, old: Content, made: Mapping[str, Content]) -> _Flaw | None:
        name = path.rpartition("/")[2]
        for page in self._records(path, made):
            front = self._converted(page)
            known = _recorded(front).get(name) if front else None
            if known:
                return None if known == meta.digest(old) else _Flaw(0, "这个数据文件被人改过，没有覆盖")
        return _Flaw(0, "这个位置上已有别的数据文件，没有覆盖", occupied=True)

    def _records(self, path: str, made: Mapping[str, Content]) -> list[str]:
        """The pages made beside a data file, one of which keeps its checksum."""
        if path.endswith(".md"):
            return []
        name = path.rpartition("/")[2]
        pages = sorted(page for page in made if page.endswith(".md") and _beside(page, name) == path)
        return [page for page in pages if name in _recorded(split(_bytes(made[page]).decode()))]

    def _converted(self, path: str) -> FrontMatter | None:
        """The standing page when it was converted once; None when it is missing, broken or a person's."""
        standing = self._standing(path)
        old = _bytes(standing) if standing is not None else b""
        if meta.BODY.encode() not in old:
            return None
        try:
            front = split(old.decode())
        except (FrontMatterError, UnicodeDecodeError):
            return None
        return front if meta.BODY in front.values else None

    def _step(self, path: str, data: Content, flaw: _Flaw | None, *, held: bool) -> Step:
        old = self._standing(path)
        if old is not None and _alike(old, data):
            return Step(path, Action.SAME)
        if held or (flaw and not self._force):
            return Step(path, Action.LEAVE)
        whole = _with_kept(_bytes(old), _bytes(data)) if old is not None and path.endswith(".md") else data
        if whole == old:
            return Step(path, Action.SAME)
        return Step(path, Action.WRITE, whole, _bytes(old) if flaw and old is not None else b"")

    def _finding(self, step: Step, flaw: _Flaw, seed: str) -> Finding:
        place = Place(f"{self._docs}/{step.path}", flaw.line)
        companion = f"{seed.rpartition('.')[0]}.yml" if seed else "报告旁边的 .yml 文件"
        if step.action is Action.WRITE:
            what = f"这个文件被人改过，按要求覆盖了；原样留在 {step.aside}"
            return OVERWRITTEN.at(place, what, f"把要保留的改动写进 {companion}")
        if flaw.occupied:
            mend = f"把这个文件移到别处，或在 {companion} 里写别的短名或栏目；确定不要它，加 --force"
            return OCCUPIED.at(place, flaw.what, mend)
        mend = f"把改动写进 {companion}（元数据、标题修正、指标修正），再加 --force 重新转换；覆盖前会留一份"
        return EDITED.at(place, flaw.what, mend)

    def _left_over(self, folder: str, steps: list[Step]) -> Finding:
        names = "、".join(step.path.rpartition("/")[2] for step in _left(steps))
        place = Place(f"{self._docs}/{folder}".rstrip("/"))
        mend = "确认不再公开后，加 --prune 再转换一次；被人改过的要自己删去"
        return LEFTOVER.at(place, f"没有报告对应这里转换出来的文件：{names}", mend)


def stage(steps: Iterable[Step], docs: Path, project: Path, batch: Batch) -> None:
    """Hand to a batch all that is to be written; the versions replaced by wish go below the project's ASIDE."""
    for step in steps:
        if step.action is Action.WRITE:
            batch.add(docs / step.path, step.data)
            if step.replaced:
                batch.add(project / step.aside, step.replaced)


def remove(steps: Iterable[Step], docs: Path) -> list[Path]:
    """Remove the files that are to go, and the folders that this empties; the files removed."""
    gone = [docs / step.path for step in steps if step.action is Action.REMOVE]
    for path in gone:
        path.unlink(missing_ok=True)
        for folder in path.relative_to(docs).parents:
            place = docs / folder
            if place == docs or not place.is_dir() or any(place.iterdir()):
                break
            place.rmdir()
    return gone


def _alike(one: Content, other: Content) -> bool:
    """Whether both hold the same bytes."""
    return same(one, other) if isinstance(one, Path) else same(other, one) if isinstance(other, Path) else one == other


def _bytes(content: Content) -> bytes:
    return content.read_bytes() if isinstance(content, Path) else content


def _page_flaw(old: bytes, data: bytes) -> _Flaw | None:
    try:
        front = split(old.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _Flaw(0, "这个页面不是 UTF-8 编码，没有覆盖")
    except FrontMatterError as error:
        return _Flaw(error.line, f"这个页面的元数据读不出来（{error.what}），没有覆盖")
    if meta.BODY not in front.values:
        return _Flaw(0, "这里已有一个人写的页面，报告的页面没有写出来", occupied=True)
    return _edit(front, split(data.decode())) or _unkept(old, data)


def _edit(front: FrontMatter, new: FrontMatter) -> _Flaw | None:
    if not body_holds(front):
        return _Flaw(_first_difference(front, new), "这个页面的正文被人改过，没有覆盖")
    if own_keys(front, new) is None:
        key = edited_key(front, new)
        named, done = f"的“{key}”" if key else "", "改过" if not key or key in front.values else "删去"
        return _Flaw(front.lines.get(key, 1), f"这个页面的元数据{named}被人{done}，没有覆盖")
    return None


def _unkept(old: bytes, data: bytes) -> _Flaw | None:
    try:
        merged(old, data)
    except KeptError as error:
        return _Flaw(error.line, "这个页面的元数据里有不能自动保留的内容，没有覆盖")
    return None


def _with_kept(old: bytes, data: bytes) -> bytes:
    """The page as made, with staff's keys; without them when they cannot be told apart, which only a wish allows."""
    try:
        return merged(old, data)
    except KeptError:
        return data


def _first_difference(page: FrontMatter, new: FrontMatter) -> int:
    """Line of the standing page where its body first differs from the new one."""
    old_lines, new_lines = page.body.rstrip().split("\n"), new.body.rstrip().split("\n")
    same = next((i for i, (a, b) in enumerate(zip(old_lines, new_lines, strict=False)) if a != b), None)
    return page.body_line + (min(len(old_lines), len(new_lines)) if same is None else same)


def _recorded(page: FrontMatter) -> Mapping[str, str]:
    """Checksums of the data files beside a page, by name."""
    found = page.values.get(meta.DATA)
    return found if isinstance(found, dict) else {}


def _beside(page: str, name: str) -> str:
    return f"{page.rpartition('/')[0]}/{name}".lstrip("/")


def _left(steps: Iterable[Step]) -> list[Step]:
    return [step for step in steps if step.action is Action.LEAVE]
