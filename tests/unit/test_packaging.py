"""The source distribution and the wheel: what is in them, and whether the wheel works elsewhere."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from mnistviz import __version__
from tests.support.light import run_light

ROOT = Path(__file__).parents[2]
NOT_SHIPPED = {"__pycache__", ".ipynb_checkpoints", "node_modules"}
TEMPLATE = "deploy/voila/template"
METADATA = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}


def build(target: str, source: Path, output: Path) -> Path:
    """Builds "sdist" or "wheel" with the build backend of pyproject.toml."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(output)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (built,) = output.glob("*.tar.gz" if target == "sdist" else "*.whl")
    return built


def files(folder: str) -> set[str]:
    """The files below a folder of the project."""
    paths = [path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()]
    return {path.as_posix() for path in paths if NOT_SHIPPED.isdisjoint(path.parts)}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked source distribution."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(build("sdist", ROOT, folder)) as archive:
        archive.extractall(folder, filter="data")
    return folder / f"mnistviz-{__version__}"


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel that is built from the source distribution alone."""
    return build("wheel", sdist, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the installed wheel, without its dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    command = [*(sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target"), str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_source_distribution_holds_what_a_wheel_is_made_of(sdist: Path) -> None:
    held = {path.relative_to(sdist).as_posix() for path in sdist.rglob("*") if path.is_file()}
    own = {".gitignore", "CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml"}
    assert held == files("mnistviz") | files("notebooks") | files("frontend") | files(TEMPLATE) | own


def test_the_wheel_holds_the_package_and_the_notebooks(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    notebooks = {f"mnistviz/{name}" for name in files("notebooks")}
    metadata = {f"mnistviz-{__version__}.dist-info/{name}" for name in METADATA}
    shared = f"mnistviz-{__version__}.data/data/share/jupyter/voila/templates/mnistviz"
    template = {name.replace(TEMPLATE, shared) for name in files(TEMPLATE)}
    assert held == files("mnistviz") | notebooks | template | metadata
    assert {
        "mnistviz/__init__.pyi",
        "mnistviz/py.typed",
        "mnistviz/jupyter/static/explorer.js",
        "mnistviz/locale/en.ftl",
        "mnistviz/locale/de.ftl",
        "mnistviz/assets/cnn.tflite",
        "mnistviz/assets/SHA256SUMS",
        "mnistviz/notebooks/01_explorer.ipynb",
    } <= held


def test_the_installed_wheel_reads_digits(installed: Path, tmp_path: Path) -> None:
    code = """
import mnistviz
from pathlib import Path
from mnistviz.cli import _notebooks
explorer = mnistviz.explore()
explorer.draw([[(80, 60), (200, 60), (120, 240)]])
explorer.wait_idle()
print(mnistviz.__file__, explorer.forward.prediction, explorer.last_error, len(list(_notebooks().rglob("*.ipynb"))))
"""
    done = run_light(code, tmp_path, target=installed)
    assert done.returncode == 0, done.stderr
    expected = f"{installed / 'mnistviz/__init__.py'} 7 None {sum(name.endswith('.ipynb') for name in files('notebooks'))}"
    assert done.stdout.splitlines()[-1] == expected
