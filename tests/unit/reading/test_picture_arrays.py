"""Arrays, lists and tensors: what is meant without doubt is read as the same digit, and the rest is refused."""

from __future__ import annotations

import io
import time
import tracemalloc
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from mnistviz.reading.picture_files import PictureError
from mnistviz.reading.pictures import read_digit
from tests.support.errors import ERROR

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


def small_seven() -> Image.Image:
    """Returns a black seven on white, 28x28, drawn by Pillow."""
    page = Image.new("L", (28, 28), 255)
    ImageDraw.Draw(page).line(((7, 6), (20, 6), (12, 23)), fill=0, width=3)
    return page


class Tensor:
    """Stands in for a tensor of TensorFlow, which has `numpy()` and a shape of its own kind."""

    def __init__(self, array: Any, shape: Any = None) -> None:
        self._array = array
        self.shape = array.shape if shape is None else shape

    def numpy(self) -> Any:
        """Returns the array, or raises the exception that stands in its place."""
        if isinstance(self._array, Exception):
            raise self._array
        return self._array


class LearningTensor(Tensor):
    """Stands in for a tensor of PyTorch that learns on another device."""

    def __init__(self, array: Any, *, is_detached: bool = False, is_here: bool = False) -> None:
        super().__init__(array)
        self._is_detached = is_detached
        self._is_here = is_here

    def detach(self) -> LearningTensor:
        """Returns the values alone."""
        return LearningTensor(self._array, is_detached=True, is_here=self._is_here)

    def cpu(self) -> LearningTensor:
        """Returns a copy in the main memory."""
        return LearningTensor(self._array, is_detached=self._is_detached, is_here=True)

    def numpy(self) -> Any:
        """Refuses as PyTorch does."""
        if not self._is_detached:
            raise RuntimeError("Can't call numpy() on Tensor that requires grad.")
        if not self._is_here:
            raise TypeError("can't convert cuda:0 device type tensor to numpy.")
        return self._array


class ArrayLike:
    """Stands in for a tensor of JAX, which has only `__array__`."""

    def __init__(self, array: Array) -> None:
        self._array = array

    def __array__(self, dtype: Any = None, copy: Any = None) -> Array:
        return self._array


class Row(ArrayLike):
    """A tensor with a shape."""

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the array."""
        return self._array.shape


PAPER = small_seven()
GREY = np.asarray(PAPER)
RGB = np.asarray(PAPER.convert("RGB"))
FILE = io.BytesIO()
PAPER.save(FILE, "PNG")
EXPECTED = read_digit(FILE.getvalue())

SAME_DIGIT: dict[str, Any] = {
    "array": GREY,
    "a channel": GREY[:, :, None],
    "a batch of one": GREY[None],
    "a batch of one with a channel": GREY[None, :, :, None],
    "a batch of one, channel first": GREY[None, None],
    "a batch of one in colour": RGB[None],
    "floats 0..1 with a channel": (GREY / 255)[:, :, None],
    "floats 0..255": GREY.astype(np.float32),
    "float64 0..255, a batch of one": GREY.astype(float)[None, :, :, None],
    "float16 0..255": GREY.astype(np.float16),
    "integers in colour": RGB.astype(np.int64),
    "list": GREY.tolist(),
    "list of floats": (GREY / 255).tolist(),
    "list of floats 0..255": GREY.astype(float).tolist(),
    "list with a channel": GREY[:, :, None].tolist(),
    "list of a batch of one": GREY[None, :, :, None].tolist(),
    "list in colour": RGB.tolist(),
    "tuples": tuple(tuple(row) for row in GREY.tolist()),
    "list of rows that are arrays": list(GREY),
    "list of rows that are tensors": [Row(row) for row in GREY],
    "tensor": Tensor(GREY),
    "tensor of floats": Tensor((GREY / 255).astype(np.float32)[None, :, :, None]),
    "tensor that learns": LearningTensor(GREY / 255),
    "only __array__": ArrayLike(GREY),
    "data frame or the like, floats 0..255": ArrayLike(GREY.astype(float)),
}


@pytest.mark.parametrize("name", SAME_DIGIT)
def test_the_same_digit_however_it_is_written(name: str) -> None:
    np.testing.assert_allclose(read_digit(SAME_DIGIT[name]), EXPECTED, atol=1e-3 if "float16" in name else 1e-5)


@pytest.mark.parametrize("invert", [False, True])
def test_numbers_0_and_1_are_black_and_white_in_every_type(invert: bool) -> None:
    bits = (GREY > 127) ^ invert
    expected = read_digit(bits)
    for other in (bits.astype(np.uint8), bits.astype(np.int64), bits.astype(float), bits.astype(int).tolist(), bits.tolist()):
        np.testing.assert_allclose(read_digit(other), expected, atol=1e-6)


def test_a_dim_picture_of_floats_up_to_255_is_that_of_integers() -> None:
    dim = GREY // 2 + 3
    np.testing.assert_allclose(read_digit(dim.astype(float)), read_digit(dim), atol=1e-5)


@pytest.mark.parametrize("white", [1.001, 1.3, 16.0, 100.0, 127.9])
def test_floats_whose_white_is_unclear_are_refused(white: float, refuses: Callable[..., Any]) -> None:
    with refuses(PictureError, "white may be 1 or 255"):
        read_digit(GREY / 255 * white)


@pytest.mark.parametrize(
    ("array", "word"),
    [
        pytest.param(GREY.astype(float) + 0.6, "from 0.6 to 256", id="above 255"),
        pytest.param(GREY.astype(float) - 0.5, "from -0.5", id="below 0"),
        pytest.param(np.where(GREY == 0, np.nan, 255.0), "nan", id="NaN among 0..255"),
        pytest.param(np.where(GREY == 0, np.inf, 255.0), "inf", id="infinity among 0..255"),
        pytest.param(RGB.astype(np.int64) + 1, "256", id="colours above 255"),
        pytest.param(RGB.astype(np.int64) - 1, "-1", id="colours below 0"),
    ],
)
def test_numbers_out_of_range_are_refused(array: Array, word: str, refuses: Callable[..., Any]) -> None:
    for source in (array, array.tolist(), Tensor(array)):
        with refuses(PictureError, word):
            read_digit(source)


@pytest.mark.parametrize(
    "shape", [(2, 28, 28), (2, 28, 28, 1), (1, 28, 28, 2), (1, 27, 28), (28, 28, 2), (1, 1, 1, 28, 28), (784,)]
)
def test_other_shapes_are_refused(shape: tuple[int, ...], refuses: Callable[..., Any]) -> None:
    for source in (np.zeros(shape), Tensor(np.zeros(shape))):
        with refuses(PictureError, "is not a picture"):
            read_digit(source)


class Liar(list[Any]):
    """A list that says it is shorter than it is."""

    def __len__(self) -> int:
        return 2


SELF: list[Any] = []
SELF.append(SELF)
STROKE = [(80, 70), (200, 70), (120, 230)]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("source", "word"),
    [
        pytest.param([], "empty", id="empty"),
        pytest.param([[], []], "empty", id="empty rows"),
        pytest.param([[0, 1, 2], [0, 1]], "different lengths", id="ragged"),
        pytest.param([[0, 1, 2], 3], "different lengths", id="a number among rows"),
        pytest.param([3, [0, 1, 2]], "list", id="a row among numbers"),
        pytest.param([1, 2, 3], "is not a picture", id="one row"),
        pytest.param([[0, None, 2]] * 3, "NoneType", id="None"),
        pytest.param([["a", "b", "c"]] * 3, "str", id="text"),
        pytest.param([[0, "x" * 10_000_000, 2]] * 3, "str", id="long text"),
        pytest.param([[0, 1j, 2]] * 3, "complex", id="complex"),
        pytest.param([[object()] * 3] * 3, "object", id="objects"),
        pytest.param([[10**400, 1, 2]] * 3, "object", id="a number of 400 digits"),
        pytest.param([[float("nan"), 1, 2]] * 3, "nan", id="NaN"),
        pytest.param(SELF, "too deep", id="a list in itself"),
        pytest.param([[[[[1]]]]], "too deep", id="five levels"),
        pytest.param([[0] * 10_000] * 10_000, "100,000,000 numbers", id="the same row often"),
        pytest.param([[[[0] * 1000] * 1000] * 1000] * 1000, "numbers; the limit", id="billions of numbers"),
        pytest.param([np.zeros((3000, 3000))] * 1000, "numbers; the limit", id="large arrays"),
        pytest.param([np.broadcast_to(np.uint8(7), 10**12)] * 3, "numbers; the limit", id="long rows"),
        pytest.param([np.zeros(3), np.zeros(4)], "different lengths", id="ragged arrays"),
        pytest.param([np.zeros(3), 3], "list", id="a number among arrays"),
        pytest.param(Liar([[1, 2, 3]] * 3), "Liar", id="a list that lies"),
        pytest.param([STROKE], "mnistviz.Drawing(strokes)", id="a stroke"),
        pytest.param([STROKE, STROKE], "mnistviz.Drawing(strokes)", id="strokes"),
        pytest.param([STROKE, STROKE[:2]], "mnistviz.Drawing(strokes)", id="strokes of different lengths"),
        pytest.param(STROKE, "mnistviz.Drawing(strokes)", id="points"),
        pytest.param(Tensor(RuntimeError("no value yet"), shape=()), "no value yet", id="a tensor without a value"),
        pytest.param(Tensor(None, shape=()), "is not a picture", id="a tensor of nothing"),
        pytest.param(Tensor(GREY, shape=(10**6, 10**6)), "numbers; the limit", id="a huge tensor"),
        pytest.param(Tensor(GREY, shape=(None, 28)), "Can't turn this object", id="a symbolic tensor"),
        pytest.param(Tensor(np.broadcast_to(np.uint8(7), (10**6, 10**6)), shape=(28, 28)), "numbers; the limit", id="a lie"),
        pytest.param(Tensor(np.array([[{}, {}]])), "object", id="a tensor of objects"),
        pytest.param(np.float32(3), "is not a picture", id="a number of NumPy"),
        pytest.param(np.ndarray, "Can't turn this object", id="a class"),
    ],
)
def test_hostile_lists_and_tensors_are_refused(source: Any, word: str, refuses: Callable[..., Any]) -> None:
    with refuses(PictureError, word):
        read_digit(source)


def test_a_large_list_is_read_within_the_limits() -> None:
    large = np.asarray(PAPER.resize((2000, 2000))).tolist()
    tracemalloc.start()
    try:
        before = time.process_time()
        read_digit(large)
        assert time.process_time() - before < 3
        assert tracemalloc.get_traced_memory()[1] < 256 * 2**20
    finally:
        tracemalloc.stop()


NUMBERS = st.booleans() | st.integers() | st.floats() | st.none() | st.text(max_size=2)


@given(
    st.recursive(NUMBERS, lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner), max_leaves=40).map(lambda x: [x])
)
def test_any_list_is_read_or_refused(source: list[Any]) -> None:
    try:
        digit = read_digit(source)
    except PictureError as error:
        assert ERROR.fullmatch(str(error))  # noqa: PT017
        assert len(str(error)) <= 300  # noqa: PT017
    else:
        assert digit.shape == (28, 28)
