"""The files that say what must be installed agree with one another."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {name: [Requirement(text) for text in texts] for name, texts in PROJECT["optional-dependencies"].items()}
BASE = [Requirement(text) for text in PROJECT["dependencies"]]
REQUIREMENTS = BASE + [requirement for extra in EXTRAS.values() for requirement in extra if requirement.name != "mnistviz"]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "mnistviz" / "assets" / "README.md"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


OTHER_HOSTS = {"marimo", "voila"}
"""Extras for other hosts of notebooks than JupyterLab, which are tested in an environment of their own (`make hosts-test`)."""


def constraints() -> dict[str, Version]:
    files = (ROOT / "constraints.txt", ROOT / "deploy" / "hosts-constraints.txt")
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    pinned = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.+!]+", line) for line in pinned), "plain versions only"
    return {name.lower().replace("_", "-"): Version(version) for name, version in (line.split("==") for line in pinned)}


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_tested_version_is_allowed(requirement: Requirement) -> None:
    assert constraints()[requirement.name.lower()] in requirement.specifier


def test_environment_installs_this_project_with_the_tested_versions() -> None:
    (pip,) = [entry["pip"] for entry in ENVIRONMENT["dependencies"] if isinstance(entry, dict)]
    assert pip == ["--constraint constraints.txt", "-e .[all]"]
    assert ENVIRONMENT["channels"] == ["conda-forge"]


def test_everything_is_the_sum_of_the_extras() -> None:
    (everything,) = EXTRAS["all"]
    assert everything.name == "mnistviz"
    assert everything.extras == EXTRAS.keys() - {"all", "test"} - OTHER_HOSTS
    assert "mnistviz[all]" in map(str, EXTRAS["test"])


def test_the_base_install_is_light() -> None:
    assert {requirement.name for requirement in BASE}.isdisjoint(
        {"tensorflow", "tensorflow-cpu", "keras", "jupyterlab", "notebook", "ipykernel"}
    )


def test_environment_has_a_python_that_the_project_allows() -> None:
    (python,) = [entry for entry in ENVIRONMENT["dependencies"] if str(entry).startswith("python=")]
    assert Version(python.removeprefix("python=")) in SpecifierSet(PROJECT["requires-python"])


def test_the_two_tensorflows_are_never_wanted_together() -> None:
    flows = [requirement for requirement in REQUIREMENTS if requirement.name.startswith("tensorflow")]
    for system, machine in [
        ("linux", "x86_64"),
        ("linux", "aarch64"),
        ("win32", "AMD64"),
        ("darwin", "arm64"),
        ("darwin", "x86_64"),
    ]:
        place = {"sys_platform": system, "platform_machine": machine}
        wanted = [flow.name for flow in flows if flow.marker is not None and flow.marker.evaluate(place)]
        assert len(wanted) == 1, (system, machine, wanted)


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_every_dependency_has_its_reason(requirement: Requirement) -> None:
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    explained = {name.strip() for row in rows for name in row.replace("(-cpu)", ", tensorflow-cpu").split(",")}
    assert requirement.name in explained


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_only_files_that_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [document.parent / link for link in re.findall(r"(?:\]\(|src=\"|srcset=\")([^)\":]+)[)\"]", text)]
    links = [link for link in links if "live" not in link.parts]  # pages that are made with the documentation site
    named = [
        ROOT / name for name in re.findall(r"`((?:binder|deploy|docs|frontend|mnistviz|notebooks|tests|tools)/[\w./-]*)`", text)
    ]
    assert [str(path) for path in links + named if not path.exists()] == []


def test_the_readme_lists_every_notebook_in_order() -> None:
    listed = re.findall(r"^\| `([^`]+\.ipynb)` \| \S", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.posix
def test_make_help_explains_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(re.findall(r"^make ([a-z-]+) +\S", done.stdout, re.MULTILINE)) == set(phony.split())


def test_the_german_readme_has_the_code_and_the_links_of_the_english_one() -> None:
    found = []
    for name in ("README.md", "README.de.md"):
        content = (ROOT / name).read_text(encoding="utf-8")
        links = sorted(
            set(re.findall(r"\]\(([^)]+)\)|(?:src|srcset)=\"([^\"]+)\"", content)) - {("README.md", ""), ("README.de.md", "")}
        )
        headings = [line.split(" ")[0] for line in content.splitlines() if line.startswith("#")]
        tables = re.findall(r"^\| `([^`]+)` \|", content, re.MULTILINE)
        blocks = re.findall(r"```.*?```", content, re.DOTALL)
        calls = sorted(set(re.findall(r"`[^`\n]+`", re.sub(r"```.*?```", "", content, flags=re.DOTALL))))
        found.append((blocks, links, headings, tables, calls))
    assert found[0] == found[1]
