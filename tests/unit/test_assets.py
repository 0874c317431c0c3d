"""Assets: only released files are used."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mnistviz import assets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHIPPED = Path(assets.__file__).parent
NAMES = ("cnn.json", "cnn.keras", "cnn.tflite", "digit_map.npz", "digits.npz", "ink_finder.tflite", "novelty.npz")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Copies the assets, and uses the copy in their place."""
    folder = tmp_path / "assets"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(assets, "_FOLDER", folder)
    assets._verify.cache_clear()
    yield folder
    assets._verify.cache_clear()


@pytest.mark.parametrize("name", NAMES)
def test_shipped_files_are_those_released(name: str) -> None:
    path = assets.asset_path(name)
    line = f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}"
    assert line in (SHIPPED / "SHA256SUMS").read_text().splitlines()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", [0, -1])
def test_one_changed_byte_is_noticed(name: str, place: int, copy: Path, refuses: Callable[..., object]) -> None:
    content = bytearray((copy / name).read_bytes())
    content[place] ^= 1
    (copy / name).write_bytes(content)
    with refuses(assets.AssetError, name, "Reinstall"):
        assets.asset_path(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_or_cut_file_is_noticed(name: str, copy: Path, refuses: Callable[..., object]) -> None:
    (copy / name).write_bytes((copy / name).read_bytes()[:-1])
    with refuses(assets.AssetError, name):
        assets.asset_path(name)
    (copy / name).unlink()
    with refuses(assets.AssetError, name, "missing"):
        assets.asset_path(name)


def test_a_file_that_was_never_released_is_refused(copy: Path, refuses: Callable[..., object]) -> None:
    (copy / "other.keras").write_bytes(b"code")
    with refuses(assets.AssetError, "other.keras"):
        assets.asset_path("other.keras")
    with refuses(assets.AssetError):
        assets.asset_path("../pyproject.toml")


def test_new_checksums_release_new_files(copy: Path) -> None:
    (copy / "digits.npz").write_bytes(b"other digits")
    assets.write_checksums(copy)
    assert assets.asset_path("digits.npz") == copy / "digits.npz"
    lines = (copy / "SHA256SUMS").read_text().splitlines()
    assert [line.split("  ")[1] for line in lines] == list(NAMES)


def test_a_tampered_network_does_not_start(copy: Path) -> None:
    from mnistviz.network.litert_engine import LiteRTEngine

    content = bytearray((copy / "cnn.tflite").read_bytes())
    content[len(content) // 2] ^= 255
    (copy / "cnn.tflite").write_bytes(content)
    with pytest.raises(assets.AssetError, match=r"cnn\.tflite"):
        LiteRTEngine()
