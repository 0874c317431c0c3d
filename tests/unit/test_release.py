"""What a release publishes besides the package: the documentation site, the citation, the conda recipe."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from mnistviz import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RECIPE = yaml.safe_load((ROOT / "deploy" / "conda" / "recipe.yaml").read_text(encoding="utf-8"))
CONDA_NAMES = {"jupyter-core": "jupyter_core", "matplotlib": "matplotlib-base", "opencv-python-headless": "py-opencv"}


@pytest.mark.thorough
def test_every_document_is_on_the_site_and_no_link_is_broken(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--conf-dir", "docs", ".", str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    pages = {page.relative_to(tmp_path).with_suffix("").as_posix() for page in tmp_path.rglob("*.html")}
    documents = {page.relative_to(ROOT).with_suffix("").as_posix() for page in (ROOT / "docs").glob("*.md")}
    assert documents | {"index", "CHANGELOG", "ARCHITECTURE", "tests/benchmarks/RESULTS"} <= pages


def test_the_site_lists_every_lesson_by_its_title() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r'<a href="../live/(\w+)\.html">(.+?)</a>', index))
    del listed["explorer"]
    notebooks = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
    titles = {stem: match[1] for stem, text in notebooks.items() if (match := re.search(r'"# (.+?)(?:\\n)?"', text))}
    assert listed == titles


def test_the_citation_names_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == __version__
    assert citation["license"] == PROJECT["license"]


def test_the_changelog_begins_with_this_version() -> None:
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == __version__


def test_the_conda_recipe_wants_what_the_package_wants() -> None:
    assert RECIPE["context"]["version"] == __version__
    wanted = [Requirement(text) for text in PROJECT["dependencies"]]
    by_name = {requirement.name: requirement for requirement in wanted if requirement.name != "ai-edge-litert"}
    python, *others = RECIPE["requirements"]["run"]
    assert python == f"python {PROJECT['requires-python']}"
    found = {Requirement(text).name: Requirement(text).specifier for text in others}
    assert found == {CONDA_NAMES.get(name, name): requirement.specifier for name, requirement in by_name.items()}
