"""What SECURITY.md says of the code itself: nothing is evaluated or unpickled, no model file is trusted, no door is opened."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mnistviz

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGE = Path(mnistviz.__file__).parent
SOURCES = {path.relative_to(PACKAGE): ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
SCRIPTS = sorted(path for room in ("jupyter", "export") for path in (PACKAGE / room / "static").glob("*.js"))

NEVER_CALLED = {"eval", "exec", "compile", "__import__", "input", "breakpoint"}
NEVER_IMPORTED = {"pickle", "dill", "joblib", "marshal", "shelve", "xml", "http", "socketserver", "socket", "ctypes", "requests"}
NEVER_IN_A_PAGE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|createContextualFragment|DOMParser"
)


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    """Every call in the package, with the dotted name of what is called."""
    for path, tree in SOURCES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield path, node, ast.unparse(node.func)


def test_the_package_is_found_whole() -> None:
    assert len(SOURCES) > 60
    assert {path.name for path in SCRIPTS} == {"exercise.js", "explorer.js", "export.js", "trainer.js"}
    assert sum(1 for _ in calls()) > 1000


def test_nothing_is_evaluated_and_no_shell_is_asked() -> None:
    found = [(str(path), name) for path, _, name in calls() if name in NEVER_CALLED or name in {"os.system", "os.popen"}]
    assert found == []
    keywords = [(path, word) for path, call, _ in calls() for word in call.keywords if word.arg == "shell"]
    assert keywords == []


def test_nothing_is_imported_that_unpickles_or_listens() -> None:
    imported = set()
    for path, tree in SOURCES.items():
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            imported |= {(str(path), name) for name in names if name.split(".")[0] in NEVER_IMPORTED}
    assert imported == set()


def test_no_array_is_unpickled() -> None:
    loads = [(path, call) for path, call, name in calls() if name in {"np.load", "numpy.load"}]
    assert len(loads) >= 4
    for path, call in loads:
        words = {word.arg: ast.unparse(word.value) for word in call.keywords}
        assert words.get("allow_pickle") == "False", (path, call.lineno)
    assert "allow_pickle=True" not in "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))


def test_only_the_model_file_that_is_checked_is_loaded() -> None:
    models = [ast.unparse(call) for _, call, name in calls() if name.endswith("load_model") and call.args]
    assert models == ["keras.saving.load_model(asset_path('cnn.keras'), compile=False)"]
    weights = {str(path) for path, _, name in calls() if name.endswith("load_weights")}
    # What `mnistviz train` kept in its own folder; weights are no code.
    assert weights <= {"training/shipped/training.py", "training/shipped/distillation.py"}
    openers = {"open_interpreter", "InkFinder", "LiteRTNetwork", "NumPyNetwork"}
    opened = {(str(path), ast.unparse(call)) for path, call, name in calls() if name in openers}
    assert opened == {
        ("network/litert_engine.py", "open_interpreter(asset_path('cnn.tflite').read_bytes())"),
        ("network/litert.py", "open_interpreter(content)"),  # of LiteRTNetwork
        ("reading/ink/finder.py", "LiteRTNetwork(content)"),  # of InkFinder
        ("reading/ink/finder.py", "NumPyNetwork(content)"),
        ("reading/ink/finder.py", "InkFinder(asset_path(FILE).read_bytes())"),
    }
    interpreters = [str(path) for path, _, name in calls() if name.endswith("Interpreter")]
    assert interpreters == ["network/litert.py"]
    words = [word.arg for _, call, _ in calls() for word in call.keywords]
    assert "safe_mode" not in words
    assert "custom_objects" not in words


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_pages_are_made_of_elements_and_text(script: Path) -> None:
    assert NEVER_IN_A_PAGE.findall(script.read_text(encoding="utf-8")) == []


def test_no_widget_shows_raw_html() -> None:
    raw = [str(path) for path, _, name in calls() if name.rpartition(".")[2] in {"HTML", "HTMLMath", "Output"}]
    assert set(raw) == {"jupyter/weight_pusher.py"}, "what it shows is escaped: see tests/widgets/test_weight_pusher.py"


def test_the_linter_looks_for_security_everywhere() -> None:
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    assert lint["select"] == ["ALL"]
    assert [rule for rule in lint["ignore"] if re.fullmatch(r"S\d*", rule)] == []
    exceptions = {
        files: [rule for rule in rules if re.fullmatch(r"S\d*", rule)] for files, rules in lint["per-file-ignores"].items()
    }
    package = {files: rules for files, rules in exceptions.items() if files.startswith("mnistviz") and rules}
    assert package == {"mnistviz/cli.py": ["S603"]}  # starts JupyterLab, with arguments of its own


LISTENING = """
import mnistviz, numpy, os, pathlib

explorer = mnistviz.explore()
explorer.draw([[(80, 60), (200, 60), (120, 240)]])
explorer.show(numpy.eye(28, dtype=bool))
explorer.wait_idle()
own = {os.readlink(link) for link in pathlib.Path("/proc/self/fd").iterdir() if link.is_symlink() and os.path.lexists(link)}
for table in ("tcp", "tcp6", "udp", "udp6"):
    for line in pathlib.Path("/proc/self/net", table).read_text().splitlines()[1:]:
        fields = line.split()
        if f"socket:[{fields[9]}]" in own:
            print(table, fields[1], fields[3])
explorer.close()
"""


@pytest.mark.linux
@pytest.mark.parametrize(
    "before", ["", "import socket\ndoor = socket.create_server(('127.0.0.1', 0))\n"], ids=["mnistviz", "a door"]
)
def test_an_explorer_opens_no_socket(before: str) -> None:
    done = subprocess.run([sys.executable, "-c", before + LISTENING], capture_output=True, text=True, check=True)
    assert bool(done.stdout) == bool(before)  # the door shows that doors are seen


def test_every_test_that_the_promises_name_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/.]+)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8")))
    assert len(named) > 10
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []
