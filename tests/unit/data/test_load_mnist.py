"""load_mnist: the same digits from the package, npz, CSV and IDX files, gzipped or not; or an error that says what is wrong."""

from __future__ import annotations

import gzip
import io
import struct
import sys
import tracemalloc
import zipfile
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.data.digits import DataError, as_digits, load_mnist

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Array = np.ndarray[Any, Any]

NAMES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")


@pytest.fixture
def arrays() -> dict[str, Array]:
    """A small MNIST of noise, with the names that Keras uses."""
    generator = np.random.default_rng(0)
    return {
        "x_train": generator.integers(0, 256, (30, 28, 28), np.uint8),
        "y_train": generator.integers(0, 10, 30, np.uint8),
        "x_test": generator.integers(0, 256, (12, 28, 28), np.uint8),
        "y_test": generator.integers(0, 10, 12, np.uint8),
    }


def idx(values: Array) -> bytes:
    """Writes the format as its author describes it: two zeros, the type, the number of axes, the sizes, the bytes."""
    return (
        struct.pack(">BBBB", 0, 0, 8, values.ndim) + b"".join(struct.pack(">I", size) for size in values.shape) + values.tobytes()
    )


@pytest.fixture
def folder(tmp_path: Path, arrays: dict[str, Array]) -> Path:
    """The four IDX files, not gzipped."""
    for name, values in zip(NAMES, arrays.values(), strict=True):
        (tmp_path / name).write_bytes(idx(values))
    return tmp_path


def assert_loaded(source: Any, arrays: dict[str, Array]) -> None:
    for received, expected in zip(load_mnist(source), arrays.values(), strict=True):
        np.testing.assert_array_equal(received, expected)
        assert received.dtype == np.uint8


def test_the_bundled_digits_are_split_by_class(digits: tuple[Array, Array]) -> None:
    images, labels = digits
    data = load_mnist()
    assert repr(data) == "Mnist(4,500 training digits, 500 test digits)"
    np.testing.assert_array_equal(np.bincount(data.labels), np.full(10, 450))
    np.testing.assert_array_equal(np.bincount(data.test_labels), np.full(10, 50))
    for label in range(10):
        own = images[labels == label]
        np.testing.assert_array_equal(data.images[data.labels == label], own[:450])
        np.testing.assert_array_equal(data.test_images[data.test_labels == label], own[450:])


def test_npz(tmp_path: Path, arrays: dict[str, Array]) -> None:
    np.savez(tmp_path / "mnist.npz", **arrays)
    assert_loaded(tmp_path / "mnist.npz", arrays)
    assert_loaded(str(tmp_path / "mnist.npz"), arrays)
    np.savez_compressed(tmp_path / "other.npz", **{**arrays, "y_train": arrays["y_train"].astype(np.int64)})
    assert_loaded(tmp_path / "other.npz", arrays)


def test_idx_plain_gzipped_and_mixed(folder: Path, arrays: dict[str, Array]) -> None:
    assert_loaded(folder, arrays)
    for name in NAMES:
        (folder / f"{name}.gz").write_bytes(gzip.compress((folder / name).read_bytes()))
        (folder / name).unlink()
        assert_loaded(folder, arrays)


def test_full_comes_from_keras(monkeypatch: pytest.MonkeyPatch, arrays: dict[str, Array]) -> None:
    pretend_keras(monkeypatch, lambda: tuple(arrays.values()))
    assert_loaded("full", arrays)


def test_full_offline_says_how_to_continue(monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]) -> None:
    def offline() -> Any:
        raise OSError("URL fetch failure: name or service not known")

    pretend_keras(monkeypatch, offline)
    with refuses(DataError, "URL fetch failure", "load_mnist('bundled')"):
        load_mnist("full")


def test_another_file_in_the_cache_of_keras_is_refused(
    monkeypatch: pytest.MonkeyPatch, arrays: dict[str, Array], refuses: Callable[..., Any]
) -> None:
    pretend_keras(monkeypatch, lambda: (arrays["x_train"], *list(arrays.values())[2:], arrays["y_test"]))
    with refuses(DataError):
        load_mnist("full")


def pretend_keras(monkeypatch: pytest.MonkeyPatch, fetch: Callable[[], Any]) -> None:
    """Replaces `mnistviz.network.keras_model` by a module without TensorFlow that has only `fetch_mnist`."""
    module = ModuleType("mnistviz.network.keras_model")
    module.fetch_mnist = fetch  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "mnistviz.network.keras_model", module)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: content[: len(content) // 2], id="cut"),
        pytest.param(lambda content: content[:200] + bytes(200) + content[400:], id="overwritten"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"<html>404 not found</html>", id="a web page"),
        pytest.param(lambda _: b"\x93NUMPY" + bytes(20), id="npy"),
    ],
)
def test_a_damaged_npz(
    spoil: Callable[[bytes], bytes], tmp_path: Path, arrays: dict[str, Array], refuses: Callable[..., Any]
) -> None:
    path = tmp_path / "mnist.npz"
    np.savez_compressed(path, **arrays)
    path.write_bytes(spoil(path.read_bytes()))
    with refuses(DataError, "mnist.npz"):
        load_mnist(path)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"x_train": None}, id="an array is missing"),
        pytest.param({"x_train": np.zeros((30, 32, 32), np.uint8)}, id="another size"),
        pytest.param({"x_train": np.zeros((30, 28, 28), np.float32)}, id="floats"),
        pytest.param({"x_train": np.zeros((29, 28, 28), np.uint8)}, id="fewer images than labels"),
        pytest.param({"y_test": np.full(12, 10)}, id="eleven classes"),
        pytest.param({"y_test": np.full(12, -1)}, id="a negative label"),
        pytest.param({"y_test": np.zeros(12)}, id="labels that are floats"),
        pytest.param({"y_test": np.zeros((12, 1), np.uint8)}, id="labels of two axes"),
        pytest.param({"x_test": np.zeros((0, 28, 28), np.uint8), "y_test": np.zeros(0, np.uint8)}, id="no digits"),
        pytest.param({"y_train": np.array([{}] * 30)}, id="pickled objects"),
    ],
)
def test_another_npz(change: dict[str, Any], tmp_path: Path, arrays: dict[str, Array], refuses: Callable[..., Any]) -> None:
    path = tmp_path / "other.npz"
    np.savez(path, **{name: values for name, values in {**arrays, **change}.items() if values is not None})
    with refuses(DataError, "other.npz"):
        load_mnist(path)


def zeros_in_a_zip(path: Path, name: str, megabytes: int) -> None:
    """Adds an array of zeros, a thousand times smaller on the disk than in memory."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open(name, "w") as file:
        for _ in range(megabytes):
            file.write(bytes(2**20))


def test_an_npz_that_would_fill_the_memory_is_not_unpacked(
    tmp_path: Path, arrays: dict[str, Array], refuses: Callable[..., Any]
) -> None:
    path = tmp_path / "bomb.npz"
    np.savez(path, **{name: values for name, values in arrays.items() if name != "x_test"})
    zeros_in_a_zip(path, "x_test.npy", 300)
    assert path.stat().st_size < 3 * 2**20
    tracemalloc.start()
    try:
        with refuses(DataError, "bomb.npz", "and the limit is"):
            load_mnist(path)
        assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    finally:
        tracemalloc.stop()


def test_an_array_that_claims_more_than_it_has_is_refused(
    tmp_path: Path, arrays: dict[str, Array], refuses: Callable[..., Any]
) -> None:
    path = tmp_path / "lie.npz"
    np.savez(path, **{name: values for name, values in arrays.items() if name != "x_test"})
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "|u1", "fortran_order": False, "shape": (2**40, 28, 28)})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("x_test.npy", header.getvalue() + bytes(1000))
    with refuses(DataError, "lie.npz"):
        load_mnist(path)


def test_other_arrays_are_ignored(tmp_path: Path, arrays: dict[str, Array]) -> None:
    path = tmp_path / "more.npz"
    np.savez(path, **arrays, evil=np.array([{}], dtype=object))
    zeros_in_a_zip(path, "large.npy", 70)
    assert_loaded(path, arrays)


@pytest.mark.parametrize("gzipped", [False, True])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: content[:-1], id="a byte short"),
        pytest.param(lambda content: content + b"x", id="a byte long"),
        pytest.param(lambda content: b"\0\0\x0d" + content[3:], id="floats"),
        pytest.param(lambda content: content[:7], id="cut in the header"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda content: content[:4] + b"\xff" * 4 + content[8:], id="billions of digits"),
    ],
)
def test_a_damaged_idx_file(
    spoil: Callable[[bytes], bytes], name: str, gzipped: bool, folder: Path, refuses: Callable[..., Any]
) -> None:
    content = spoil((folder / name).read_bytes())
    if gzipped:
        (folder / name).unlink()
        (folder / f"{name}.gz").write_bytes(gzip.compress(content))
    else:
        (folder / name).write_bytes(content)
    with refuses(DataError, name):
        load_mnist(folder)


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_gzip(name: str, folder: Path, refuses: Callable[..., Any]) -> None:
    content = gzip.compress((folder / name).read_bytes())
    (folder / name).unlink()
    wrong_stream = content[:10] + bytes(byte ^ 255 for byte in content[10:14]) + content[14:]
    wrong_sum = content[:-8] + bytes(byte ^ 255 for byte in content[-8:])
    for damaged in (content[:-9], wrong_stream, wrong_sum, b"no gzip", b""):
        (folder / f"{name}.gz").write_bytes(damaged)
        with refuses(DataError, name):
            load_mnist(folder)


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_idx_file(name: str, folder: Path, refuses: Callable[..., Any]) -> None:
    (folder / name).unlink()
    with refuses(DataError, name):
        load_mnist(folder)


def test_swapped_images_and_labels(folder: Path, refuses: Callable[..., Any]) -> None:
    (folder / NAMES[0]).rename(folder / "x")
    (folder / NAMES[1]).rename(folder / NAMES[0])
    (folder / "x").rename(folder / NAMES[1])
    with refuses(DataError):
        load_mnist(folder)


def csv(images: Array, labels: Array | None, *, header: str | None = "kaggle", end: str = "\n") -> str:
    """Writes digits as Kaggle does, line by line."""
    names = ["label"] * (labels is not None) + [f"pixel{number}" for number in range(784)]
    lines = [",".join(names)] if header == "kaggle" else [header] if header else []
    for number, image in enumerate(images):
        label = [] if labels is None else [str(labels[number])]
        lines.append(",".join([*label, *(str(pixel) for pixel in image.ravel())]))
    return end.join(lines) + end


KAGGLE_NAMES = tuple(name.replace("-idx", ".idx") for name in NAMES)


@pytest.mark.parametrize("gzipped", [False, True])
@pytest.mark.parametrize("place", ["{}", "{}/{}", "{other}/{}"])
@pytest.mark.parametrize("names", [NAMES, KAGGLE_NAMES], ids=["LeCun", "Kaggle"])
def test_idx_under_the_names_of_kaggle(
    names: tuple[str, ...], place: str, gzipped: bool, tmp_path: Path, arrays: dict[str, Array]
) -> None:
    others = KAGGLE_NAMES if names == NAMES else NAMES
    for name, other, values in zip(names, others, arrays.values(), strict=True):
        path = tmp_path / (place.format(name, name, other=other) + ".gz" * gzipped)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(idx(values)) if gzipped else idx(values))
    assert_loaded(tmp_path, arrays)


def test_the_archive_of_kaggle_as_it_unpacks(tmp_path: Path, arrays: dict[str, Array]) -> None:
    """It has every file twice: in the folder, and in a sub-folder with another name."""
    for name, kaggle, values in zip(NAMES, KAGGLE_NAMES, arrays.values(), strict=True):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_bytes(idx(values))
        (tmp_path / kaggle).write_bytes(idx(values))
    assert_loaded(tmp_path, arrays)


@pytest.mark.parametrize("header", ["kaggle", None, ",".join(["label", *(f"{n // 28 + 1}x{n % 28 + 1}" for n in range(784))])])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_two_csv_files(header: str | None, end: str, tmp_path: Path, arrays: dict[str, Array]) -> None:
    (tmp_path / "mnist_train.csv").write_text(csv(arrays["x_train"], arrays["y_train"], header=header, end=end), newline="")
    (tmp_path / "mnist_test.csv").write_text(csv(arrays["x_test"], arrays["y_test"], header=header, end=end), newline="")
    assert_loaded(tmp_path, arrays)


def parts(arrays: dict[str, Array]) -> dict[str, Array]:
    """The 30 training digits, of which every tenth is for testing, counted class by class."""
    images, labels = arrays["x_train"], arrays["y_train"]
    by_class = [number for label in range(10) for number in range(30) if labels[number] == label]
    tests = sorted(by_class[9::10])
    rest = [number for number in range(30) if number not in tests]
    return {"x_train": images[rest], "y_train": labels[rest], "x_test": images[tests], "y_test": labels[tests]}


@pytest.mark.parametrize("name", ["train.csv", "mnist_train.csv"])
def test_one_csv_file_is_split(name: str, tmp_path: Path, arrays: dict[str, Array]) -> None:
    path = tmp_path / name
    path.write_text(csv(arrays["x_train"], arrays["y_train"]))
    if name == "train.csv":
        (tmp_path / "test.csv").write_text(csv(arrays["x_test"], None))  # Kaggle's, without labels
    for source in (path, str(path), tmp_path):
        assert_loaded(source, parts(arrays))


def test_a_csv_file_in_order_of_classes_has_test_digits_of_all(tmp_path: Path) -> None:
    labels = np.repeat(np.arange(10, dtype=np.uint8), 20)
    path = tmp_path / "train.csv"
    path.write_text(csv(np.zeros((200, 28, 28), np.uint8), labels))
    data = load_mnist(path)
    np.testing.assert_array_equal(np.bincount(data.labels), np.full(10, 18))
    np.testing.assert_array_equal(np.bincount(data.test_labels), np.full(10, 2))


def test_a_csv_file_from_a_spreadsheet(tmp_path: Path, arrays: dict[str, Array]) -> None:
    path = tmp_path / "Digits.CSV"
    path.write_text(csv(arrays["x_train"], arrays["y_train"], end="\r\n"), encoding="utf-8-sig", newline="")
    assert_loaded(path, parts(arrays))


def test_idx_files_come_before_csv_files(folder: Path, arrays: dict[str, Array], refuses: Callable[..., Any]) -> None:
    (folder / "train.csv").write_text("label\n")
    assert_loaded(folder, arrays)
    (folder / NAMES[2]).unlink()
    with refuses(DataError, NAMES[2]):
        load_mnist(folder)


LINE = ",".join(["7"] + ["0"] * 784)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(csv(np.zeros((12, 28, 28), np.uint8), None), ("no labels", '"pixel0"', "train.csv"), id="without labels"),
        pytest.param(
            csv(np.zeros((12, 28, 28), np.uint8), None, header=None), ("Line 1 ", "784 columns"), id="no labels, no names"
        ),
        pytest.param("", ("0 digits",), id="empty"),
        pytest.param("label,pixel0\n", ("0 digits",), id="only names"),
        pytest.param(f"{LINE}\n" * 9, ("9 digits", "at least 10"), id="few"),
        pytest.param(f"{LINE}\n" * 5 + "7,0,0\n" + f"{LINE}\n" * 9, ("Line 6 ", "3 columns instead of 785"), id="a short line"),
        pytest.param(f"{LINE}\n{LINE},0\n", ("Line 2 ", "786 columns"), id="a long line"),
        pytest.param(f"{LINE}\n7\n", ("Line 2 ", "1 column "), id="one column"),
        pytest.param(LINE.replace(",", ";") + "\n", ("Line 1 ", "1 column "), id="semicolons"),
        pytest.param(f"{LINE}\n" * 3 + LINE[:-1] + "256\n", ("Line 4 ", '"256"'), id="256"),
        pytest.param(f"{LINE}\n" * 3 + LINE[:-1] + "-1\n", ("Line 4 ", '"-1"'), id="a negative number"),
        pytest.param(f"{LINE}\n" * 3 + LINE[:-1] + "0.5\n", ("Line 4 ", '"0.5"'), id="a fraction"),
        pytest.param(f"{LINE}\n" * 3 + LINE[:-1] + "\n", ("Line 4 ", '""'), id="an empty column"),
        pytest.param(f"{LINE}\n" * 3 + LINE[:-1] + "\u0663\n", ("Line 4 ",), id="a digit of another script"),
        pytest.param(f"{LINE}\n" * 3 + LINE[:-1] + "9" * 6000 + "\n", ("Line 4 ", "999 ... 999"), id="6,000 figures"),
        pytest.param("1" + LINE + "\n", ("Line 1 ", '"17"'), id="a label of two figures"),
        pytest.param(LINE + "\n=cmd|' /C calc'!A0" + LINE[1:] + "\n", ("Line 2 ", "=cmd"), id="a formula"),
        pytest.param("\0\1\2\3" * 100, ("no labels",), id="no text"),
        pytest.param("<html>404 not found</html>", ("no labels",), id="a web page"),
        pytest.param("label," + "x" * 20_000, ("Line 1 ", "too long"), id="names without end"),
        pytest.param("0," * 5_000_000, ("Line 1 ", "too long"), id="a line of 10 MB"),
        pytest.param("\n" * 100_000, ("more than 85,",), id="blank lines"),
    ],
)
def test_another_csv_file(content: str, words: tuple[str, ...], tmp_path: Path, refuses: Callable[..., Any]) -> None:
    path = tmp_path / "digits.csv"
    path.write_text(content, encoding="utf-8")
    with refuses(DataError, "digits.csv", *words):
        load_mnist(path)


def test_a_csv_file_of_gigabytes_is_not_read(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    path = tmp_path / "digits.csv"
    with path.open("wb") as file:
        file.truncate(5 * 2**30)  # takes no place on the disk
    tracemalloc.start()
    try:
        with refuses(DataError, "digits.csv", "more than 256 MB"):
            load_mnist(path)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.posix
def test_a_csv_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]) -> None:
    path = tmp_path / "train.csv"
    path.write_text(f"{LINE}\n" * 20)

    def refuse(*_: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with refuses(DataError, "train.csv", "Permission denied"):
        load_mnist(path)


@pytest.mark.parametrize("source", ["no-such-file.npz", "Full", ""])
def test_an_unknown_source(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]) -> None:
    monkeypatch.chdir(tmp_path)
    with refuses(DataError):
        load_mnist(source)


def test_digits_are_floats_from_zero_to_one() -> None:
    images = np.arange(256, dtype=np.uint8).reshape(1, 16, 16)
    digits = as_digits(images)
    assert digits.dtype == np.float32
    np.testing.assert_allclose(digits.ravel(), np.arange(256) / 255, rtol=1e-6)
