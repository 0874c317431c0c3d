"""The files that ship with the package. Each is checked against its SHA-256 before use."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from mnistviz.locale import text

_FOLDER = Path(__file__).parent
_SUMS = "SHA256SUMS"
_UNCHECKED = {"tokens.json", "framing.json"}  # settings of the code, which may change without a new checksum


class AssetError(RuntimeError):
    """A shipped file is missing, or is not the released one."""


def write_checksums(folder: Path) -> None:
    """Writes `SHA256SUMS` for every asset in `folder`, in the format of `sha256sum`."""
    names = {p.name for p in folder.iterdir() if p.suffix in {".keras", ".tflite", ".json", ".npz"}} - _UNCHECKED
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in sorted(names)]
    (folder / _SUMS).write_text("".join(lines), encoding="ascii")


def asset_path(name: str) -> Path:
    """Checks the shipped file `name` and returns its path.

    Raises:
        AssetError: if the file is missing or its SHA-256 is not the released one.
    """
    _verify(name)
    return _FOLDER / name


@cache
def _verify(name: str) -> None:
    expected = {}
    for line in (_FOLDER / _SUMS).read_text(encoding="ascii").splitlines():
        digest, file = line.split()
        expected[file] = digest
    path = _FOLDER / name
    if name not in expected or not path.is_file():
        raise AssetError(text("asset-missing", name=name))
    received = hashlib.sha256(path.read_bytes()).hexdigest()
    if received != expected[name]:
        raise AssetError(text("asset-changed", name=name, expected=expected[name], received=received))
