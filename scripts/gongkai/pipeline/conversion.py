"""All reports of seeds/ into pages and data below docs/, appearing together at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gongkai import extract, files, fingerprint, pages
from gongkai.companion import BROKEN
from gongkai.errors import UsageError
from gongkai.findings import Place, in_order
from gongkai.pipeline.flaws import OUTSIDE, STRAY
from gongkai.pipeline.reading import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from gongkai.files import Content
    from gongkai.findings import Finding
    from gongkai.pages import Facts, Placed
    from gongkai.settings import Project

    Progress = Callable[[str, list[Path]], Iterable[Path]]


_LARGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Converted:
    """What a conversion did."""

    reports: int
    figures: int
    """Indicators of all reports."""
    written: tuple[str, ...]
    """Files written or removed, relative to the project."""
    findings: tuple[Finding, ...]

    def as_record(self) -> dict[str, Any]:
        """For `--json`; the findings are told apart."""
        return {"reports": self.reports, "figures": self.figures, "written": list(self.written)}


def convert(
    project: Project, *, force: bool = False, prune: bool = False, progress: Progress = lambda _, paths: paths
) -> Converted:
    """Turn every report of seeds/ into pages and data below docs/.

    A file that cannot be read is a finding and leaves its old pages alone; a page that a person edited is left alone
    unless `force`; pages without a report stay unless `prune`. `progress` is told what is done to which files.
    """
    if not project.seeds.is_dir():
        raise UsageError(f"没有报告目录 {project.seeds}。请建这个文件夹，或在 mkdocs.yml 里改“报告目录”。")
    with files.locked(project.cache / "lock"):
        return _Conversion(project, force=force).run(progress, prune=prune)


class _Conversion:
    """One run. Reports are opened twice, first for their places, so that none need be held."""

    def __init__(self, project: Project, *, force: bool) -> None:
        self._project = project
        self._batch = files.Batch(project.cache / "convert")
        docs = project.docs.relative_to(project.root).as_posix()
        self._upkeep = pages.Upkeep(self._standing, docs, force=force)
        self._findings: list[Finding] = []
        self._made: set[str] = set()
        self._spared: set[str] = set()
        self._figures = 0

    def run(self, progress: Progress, *, prune: bool) -> Converted:
        """All steps in order."""
        seeds, strays = _seeds(self._project)
        self._findings += strays
        docs = self._project.docs
        there = list(fingerprint.names(docs)) if docs.is_dir() else []
        asked = [pair for path in seeds if (pair := self._place(path))]
        places, shared = pages.settled(asked, self._upkeep.holders(there, {path.name for path in seeds}))
        self._findings += shared
        known = sorted((places[file].folder, path) for path in seeds if (file := self._file(path)) in places)
        together = pages.Together(self._project.cache / "together", self._project.settings.data)
        for path in progress("转换报告", [path for _, path in known]):
            together.add(*self._report(path, places[self._file(path)]))
        self._gathered(together.files())
        self._columns(places.values())
        steps, left = self._upkeep.leftovers(there, self._made, self._spared, prune=prune)
        self._findings += left
        changed = [*self._batch.commit(), *pages.remove(steps, docs)]
        written = tuple(sorted(path.relative_to(self._project.root).as_posix() for path in changed))
        return Converted(len(places), self._figures, written, tuple(in_order(self._findings)))

    def _place(self, path: Path) -> tuple[str, Placed] | None:
        """The place that a report asks for; None when it or its .yml cannot be read: its old pages are then spared."""
        report, findings = opened(path, self._file(path))
        self._findings += findings
        if report is None or any(finding.code == BROKEN.code for finding in findings):
            self._spared.add(path.name)
            return None
        place, found = pages.placed(report.report, report.companion, report.file)
        self._findings += found
        return report.file, place

    def _report(self, path: Path, place: Placed) -> tuple[Facts, dict[str, bytes]]:
        """Take the files of a report into the batch; its facts and the files."""
        report, _ = opened(path, self._file(path))
        if report is None:
            raise UsageError(f"{self._file(path)} 在转换时被移走或改动了。再转换一次。")
        reading, findings = report.reading()
        self._findings += findings
        where = Place(report.beside, report.lines.get("重点数据", report.lines.get("highlights", 0)))
        self._findings += pages.unknown_highlights(reading, report.companion, where)
        facts = pages.facts(reading, report.companion, place)
        made = pages.files(reading, facts, extract.ledger(reading), self._project.settings.data)
        self._take(made, report.file)
        self._figures += len(reading.indicators)
        return facts, made

    def _gathered(self, made: Mapping[str, Content]) -> None:
        """Take the data of all reports; while a published report cannot be read, the old data, which has it, stays."""
        if self._spared and any(self._names_spared(path) for path in self._project.docs.rglob("index.md")):
            self._made |= made.keys()
        else:
            self._take(made, "")

    def _names_spared(self, path: Path) -> bool:
        text = path.read_bytes()
        return any(f"\n源文件: {name}\n".encode() in text for name in self._spared)

    def _columns(self, places: Iterable[Placed]) -> None:
        """A first page for each column that has none; from then on it is staff's."""
        named = {column.folder: column.name for column in self._project.settings.columns}
        for path, data in pages.column_pages(places, named).items():
            if self._standing(path) is None:
                self._batch.add(self._project.docs / path, data)

    def _take(self, made: Mapping[str, Content], seed: str) -> None:
        steps, findings = self._upkeep.steps(made, seed)
        pages.stage(steps, self._project.docs, self._project.root, self._batch)
        self._findings += findings
        self._made |= made.keys()

    def _standing(self, path: str) -> Content | None:
        """What a path below docs/ holds; a large file as a path, so that nothing large is held."""
        place = self._project.docs / path
        try:
            return place if place.stat().st_size > _LARGE else place.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _file(self, path: Path) -> str:
        return path.relative_to(self._project.root).as_posix()


def _seeds(project: Project) -> tuple[list[Path], list[Finding]]:
    """Reports as received, by name, hidden files left out; and the files beside them that nothing will read."""
    found, strays = [], []
    beside = []
    for name in fingerprint.names(project.seeds):
        path = project.seeds / name
        place = Place(path.relative_to(project.root).as_posix())
        if any(part.startswith(".") for part in name.split("/")):
            continue
        if not path.resolve().is_relative_to(project.root):
            strays.append(OUTSIDE.at(place, "这个文件是指向站点以外的链接", "把报告文件本身放进报告目录"))
        elif path.suffix.lower() in {".yml", ".yaml"}:
            beside.append((path, place))
        else:
            found.append(path)
    used = {path.with_suffix(".yml") for path in found}
    mend = "改成与报告同名，以小写的 .yml 结尾"
    strays += [STRAY.at(place, "没有报告用到这个文件", mend) for path, place in beside if path not in used]
    return found, strays
