"""The files that ship with the package, each checked against its SHA-256 before use."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_SUMS = "SHA256SUMS"
_UNCHECKED = "tokens.json"  # colours and sizes: whoever changes one needs no checksum


class AssetError(RuntimeError):
    """A shipped file is missing or is not the file that was released."""


def write_checksums(folder: Path) -> None:
    """Writes `SHA256SUMS` for every asset in `folder`, in the format of `sha256sum`."""
    names = {p.name for p in folder.iterdir() if p.suffix in {".keras", ".tflite", ".json", ".npz"}} - {_UNCHECKED}
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in sorted(names)]
    (folder / _SUMS).write_text("".join(lines), encoding="ascii")


def asset_path(name: str) -> Path:
    """The path of the shipped file `name`, after its checksum was found right.

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
    received = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "no such file"
    if received != expected.get(name):
        raise AssetError(
            f"The shipped file {name} must have the SHA-256 {expected.get(name)}. "
            f"Received: {received}. Reinstall mnistviz to get the released file back."
        )
