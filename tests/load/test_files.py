"""Which files are read, from where, and what is refused."""

from __future__ import annotations

import os
import subprocess

import pytest

from streamt.errors import CannotRun
from streamt.load.files import Layout, find_root, project_files
from streamt.load.git import Commit
from streamt.load.tree import MAX_BYTES, Folder, Unreadable, outside
from tests.trees import line


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "repo" / "project"
    for path in (
        "stream_project.yml",
        "sources/b.yml",
        "sources/a.yaml",
        "models/deep/er/m.yml",
        "models/notes.txt",
        "models/.hidden.yml",
        "models/.git/x.yml",
        "macros/m.sql",
        "environments/prod.yml",
        "environments/deep/ignored.yml",
        "generated/manifest.yml",
    ):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {path}\n")
    (tmp_path / "secret.yml").write_text("password: x\n")
    return root


@pytest.fixture
def committed(project):
    def git(*arguments):
        subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *arguments],
            cwd=project.parent,
            check=True,
        )

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "first")
    return project


EXPECTED = ("models/deep/er/m.yml", "sources/a.yaml", "sources/b.yml")


def files(tree, layout=None):
    found, problems = project_files(tree, layout or Layout())
    return found, [line(problem) for problem in problems]


def test_the_files_of_a_project_in_one_order(project):
    found, problems = files(Folder(project))
    assert (found.entities, found.environments, found.macros) == (
        EXPECTED,
        ("environments/prod.yml",),
        ("macros/m.sql",),
    )
    assert problems == []


def test_folders_that_overlap_give_each_file_once(project):
    layout = Layout(sources=("sources", ""), models=("models",), tests=(), exposures=())
    found, _ = files(Folder(project), layout)
    assert found.entities == ("environments/deep/ignored.yml", "generated/manifest.yml", *EXPECTED)


def test_the_same_files_at_a_commit(committed):
    (committed / "models" / "new.yml").write_text("models: []\n")
    with Commit(committed, "main") as tree:
        found, problems = files(tree)
        assert (found.entities, found.environments, found.macros) == (
            EXPECTED,
            ("environments/prod.yml",),
            ("macros/m.sql",),
        )
        assert tree.read("sources/a.yaml") == b"# sources/a.yaml\n"
        with pytest.raises(FileNotFoundError):
            tree.read("models/new.yml")
        with pytest.raises(FileNotFoundError):
            tree.read("models")
    assert problems == []


def test_reading_a_commit_changes_nothing(committed):
    (committed / "models" / "staged.yml").write_text("models: []\n")
    subprocess.run(["git", "add", "models/staged.yml"], cwd=committed, check=True)
    hook = committed.parent / ".git" / "hooks" / "post-checkout"
    hook.write_text("#!/bin/sh\ntouch ran\n")
    hook.chmod(0o755)
    before = {path: path.stat().st_mtime_ns for path in committed.parent.rglob("*") if path.is_file()}
    with Commit(committed, "HEAD") as tree:
        list(tree.entries(""))
        tree.read("stream_project.yml")
    assert {path: path.stat().st_mtime_ns for path in committed.parent.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("ref", ["nope", "--upload-pack=touch x", "HEAD:project", ""])
def test_what_is_no_commit_cannot_run(committed, ref):
    with pytest.raises(CannotRun):
        Commit(committed, ref)


def test_a_folder_outside_of_git_cannot_run(tmp_path):
    with pytest.raises(CannotRun):
        Commit(tmp_path, "HEAD")


@pytest.mark.parametrize(
    ("path", "leads_out"),
    [
        ("a/b.sql", False),
        ("a/../b.sql", False),
        ("..b/c", False),
        ("../b.sql", True),
        ("a/../../b.sql", True),
        ("/etc/passwd", True),
        ("C:\\secret", True),
        ("..\\b.sql", True),
        ("..", True),
        ("a\0b", True),
    ],
)
def test_paths_that_lead_out(path, leads_out):
    assert outside(path) is leads_out


def test_a_link_to_a_file_of_the_project_is_read(committed):
    (committed / "models" / "link.yml").symlink_to("../sources/b.yml")
    subprocess.run(["git", "add", "-A"], cwd=committed, check=True)
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "link"],
        cwd=committed,
        check=True,
    )
    with Commit(committed, "HEAD") as commit:
        for tree in (Folder(committed), commit):
            assert "models/link.yml" in files(tree)[0].entities
            assert tree.read("models/link.yml") == b"# sources/b.yml\n"


@pytest.mark.parametrize("target", ["../../../secret.yml", "/etc/hostname"])
def test_a_link_out_of_the_project_is_refused(committed, target):
    (committed / "models" / "out.yml").symlink_to(target)
    subprocess.run(["git", "add", "-A"], cwd=committed, check=True)
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "link"],
        cwd=committed,
        check=True,
    )
    with Commit(committed, "HEAD") as commit:
        for tree in (Folder(committed), commit):
            with pytest.raises(Unreadable) as refused:
                tree.read("models/out.yml")
            assert refused.value.rule == "load.link"


@pytest.mark.parametrize("path", [".env", ".git/config", "models/../.env", "models/link.yml", ".hidden/queries/a.sql"])
def test_hidden_files_are_no_part_of_a_project(committed, path):
    (committed / ".env").write_text("TOKEN=secret\n")
    (committed / ".hidden" / "queries").mkdir(parents=True)
    (committed / ".hidden" / "queries" / "a.sql").write_text("SELECT 1\n")
    (committed / "models" / "link.yml").symlink_to("../.env")
    subprocess.run(["git", "add", "-A"], cwd=committed, check=True)
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "x"], cwd=committed, check=True)
    with Commit(committed, "HEAD") as commit:
        for tree in (Folder(committed), commit):
            with pytest.raises(Unreadable) as refused:
                tree.read(path)
            assert refused.value.rule == "load.hidden"


def test_a_project_may_stand_in_a_hidden_folder(tmp_path):
    (tmp_path / ".work" / "models").mkdir(parents=True)
    (tmp_path / ".work" / "models" / "a.yml").write_text("models: []\n")
    assert Folder(tmp_path / ".work").read("models/a.yml") == b"models: []\n"


def test_a_file_under_a_linked_folder_is_refused(project):
    (project.parent / "other").mkdir()
    (project.parent / "other" / "x.yml").write_text("models: []\n")
    (project / "models" / "linked").symlink_to("../../other")
    found, problems = files(Folder(project))
    assert found.entities == EXPECTED
    assert problems == [
        "models/linked:1:1 load.link this folder is a link, and links to folders are not followed"
        " | help put the folder itself into the project, or name its real path under `paths:`"
    ]
    with pytest.raises(Unreadable):
        Folder(project).read("models/linked/x.yml")


def test_a_linked_section_folder_is_refused_in_a_commit_too(committed):
    (committed / "shared").symlink_to("sources")
    subprocess.run(["git", "add", "-A"], cwd=committed, check=True)
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "link"],
        cwd=committed,
        check=True,
    )
    layout = Layout(sources=("shared",), models=(), tests=(), exposures=())
    with Commit(committed, "HEAD") as commit:
        for tree in (Folder(committed), commit):
            assert [problem.split()[0] for problem in files(tree, layout)[1]] == ["shared:1:1"]


def test_links_in_a_circle_are_not_followed(project):
    (project / "models" / "circle").symlink_to(".")
    (project / "models" / "self.yml").symlink_to("self.yml")
    found, _ = files(Folder(project))
    assert "models/deep/er/m.yml" in found.entities
    with pytest.raises((Unreadable, FileNotFoundError)):
        Folder(project).read("models/self.yml")


def test_a_pipe_is_refused(project):
    os.mkfifo(project / "models" / "pipe.yml")
    with pytest.raises(Unreadable) as refused:
        Folder(project).read("models/pipe.yml")
    assert refused.value.rule == "load.special"


def test_a_huge_file_is_refused(project):
    with open(project / "models" / "huge.yml", "wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(Unreadable) as refused:
        Folder(project).read("models/huge.yml")
    assert refused.value.rule == "load.size"


def test_the_root_is_found_from_any_folder_inside(project):
    assert find_root(project / "models" / "deep" / "er") == project
    assert find_root(project) == project


def test_without_a_root_file_the_message_says_what_to_do(tmp_path):
    with pytest.raises(CannotRun, match="streamt init"):
        find_root(tmp_path)


def test_a_misnamed_root_file_is_named(tmp_path):
    (tmp_path / "stream_project.yaml").write_text("")
    with pytest.raises(CannotRun, match="rename it"):
        find_root(tmp_path)
