import pytest

from gongkai import files
from gongkai.errors import BusyError


def test_a_batch_appears_together_and_reports_only_what_changed(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "b.txt").write_bytes(b"same")
    batch = files.Batch(tmp_path / ".cache")
    assert batch.add(tmp_path / "a.txt", b"new")
    assert not batch.add(tmp_path / "b.txt", b"same")
    assert batch.add(tmp_path / "c" / "d.txt", b"deep")
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert batch.commit() == [tmp_path / "a.txt", tmp_path / "c" / "d.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert (tmp_path / "c" / "d.txt").read_bytes() == b"deep"
    assert not (tmp_path / ".cache").exists()


def test_a_batch_that_never_committed_changes_nothing(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    files.Batch(tmp_path / ".cache").add(tmp_path / "a.txt", b"new")
    files.Batch(tmp_path / ".cache").commit()
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_commit_cut_off_half_way_is_finished_by_the_next_run(tmp_path, monkeypatch):
    batch = files.Batch(tmp_path / ".cache")
    for name in "abc":
        batch.add(tmp_path / name, name.encode())
    real, calls = files.Path.replace, []

    def dies(self, target):
        calls.append(target)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(files.Path, "replace", dies)
    with pytest.raises(KeyboardInterrupt):
        batch.commit()
    monkeypatch.undo()
    assert not (tmp_path / "c").exists()
    files.finish(tmp_path / ".cache")
    assert [(tmp_path / name).read_bytes() for name in "abc"] == [b"a", b"b", b"c"]


def test_the_last_of_two_contents_for_a_path_wins(tmp_path):
    (tmp_path / "a").write_bytes(b"1")
    batch = files.Batch(tmp_path / ".cache")
    batch.add(tmp_path / "a", b"2")
    assert not batch.add(tmp_path / "a", b"1")
    assert batch.commit() == []
    assert (tmp_path / "a").read_bytes() == b"1"


def test_swap_replaces_a_folder_and_leaves_no_rest(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old").write_bytes(b"")
    (tmp_path / "fresh").mkdir()
    (tmp_path / "fresh" / "new").write_bytes(b"")
    files.swap(tmp_path / "fresh", tmp_path / "site")
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_restore_brings_back_the_folder_of_a_swap_cut_off_half_way(tmp_path):
    (tmp_path / ".site.gongkai-old").mkdir()
    (tmp_path / ".site.gongkai-old" / "old").write_bytes(b"")
    files.restore(tmp_path / "site")
    assert (tmp_path / "site" / "old").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_place_changed_since_the_cut_is_left_as_it_is(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")
    batch = files.Batch(tmp_path / ".cache")
    batch.add(tmp_path / "a", b"new")
    batch.add(tmp_path / "b", b"new")

    def dies(self, target):
        raise KeyboardInterrupt

    real = files.Path.replace
    monkeypatch.setattr(
        files.Path, "replace", lambda self, to: real(self, to) if to.name == "moves.json" else dies(self, to)
    )
    with pytest.raises(KeyboardInterrupt):
        batch.commit()
    monkeypatch.undo()
    (tmp_path / "a").write_bytes(b"a person's")
    files.finish(tmp_path / ".cache")
    assert (tmp_path / "a").read_bytes() == b"a person's"
    assert (tmp_path / "b").read_bytes() == b"new"


def test_a_lock_is_held_by_one(tmp_path):
    with files.locked(tmp_path / "lock"), pytest.raises(BusyError, match="另一个"), files.locked(tmp_path / "lock"):
        pass
    with files.locked(tmp_path / "lock"):
        pass
