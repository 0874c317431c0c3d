"""Messages with arrays: what is packed is unpacked again, whatever it is, and damaged messages are refused."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from mnistviz.codec import ALIGNMENT, DTYPES, VERSION, CodecError, as_text, bytes_of, pack, unpack, with_text

Array = np.ndarray[Any, Any]

KEYS = st.text(max_size=8).filter(lambda key: key not in {"codec", "arrays", "base64"})
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=8), children, max_size=3),
    max_leaves=8,
)
HEADERS = st.dictionaries(KEYS, JSON, max_size=4)
ARRAYS = st.dictionaries(
    st.text(max_size=8),
    st.sampled_from(DTYPES).flatmap(
        lambda dtype: st_numpy.arrays(dtype, st_numpy.array_shapes(min_dims=0, min_side=0, max_side=4))
    ),
    max_size=5,
)
"""Any values: NaN and infinite ones, too."""


@given(HEADERS, ARRAYS)
def test_what_is_packed_is_unpacked(header: dict[str, Any], arrays: dict[str, Array]) -> None:
    content, buffers = pack(header, arrays)
    same_header, same_arrays = unpack(content, buffers)
    assert same_header == header
    assert list(same_arrays) == list(arrays)
    for name, array in arrays.items():
        assert same_arrays[name].dtype == array.dtype
        np.testing.assert_array_equal(same_arrays[name], array, strict=True)


@given(HEADERS, ARRAYS)
def test_a_buffer_can_go_as_text(header: dict[str, Any], arrays: dict[str, Array]) -> None:
    content, (buffer,) = pack(header, arrays)
    as_json = json.loads(json.dumps(with_text(content, buffer)))
    same_header, same_arrays = unpack(as_json, [])
    assert same_header == json.loads(json.dumps(header))
    for name, array in arrays.items():
        np.testing.assert_array_equal(same_arrays[name], array, strict=True)
    assert list(bytes_of(as_json, [])) == [buffer]
    assert bytes_of(content, [buffer]) == [buffer]


def test_text_that_is_not_base64_is_refused() -> None:
    with pytest.raises(ValueError, match="base64"):
        bytes_of({"base64": "a picture!"}, [])


def test_bytes_inside_a_value_become_text() -> None:
    value = {"pictures": b"\x00\xff", "names": ["0"], "more": {"table": b"abc"}}
    assert as_text(value) == {"pictures": "AP8=", "names": ["0"], "more": {"table": "YWJj"}}


def test_the_bytes_are_those_of_the_format() -> None:
    arrays = {
        "a": np.array([1, 2, 3], np.uint8),
        "b": np.array([[1.0, -2.0]], np.float32),
        "c": np.array(258, np.int32),
    }
    content, (buffer,) = pack({"kind": "update"}, arrays)
    assert content == {
        "kind": "update",
        "codec": 2,
        "arrays": [
            {"name": "a", "dtype": "uint8", "shape": [3]},
            {"name": "b", "dtype": "float32", "shape": [1, 2]},
            {"name": "c", "dtype": "int32", "shape": []},
        ],
    }
    assert buffer.hex(" ", 4) == "01020300 00000000 0000803f 000000c0 02010000"
    assert (VERSION, ALIGNMENT) == (2, 8)


def test_turned_and_big_endian_arrays_are_packed_in_order() -> None:
    turned = np.arange(6, dtype=np.float32).reshape(2, 3).T
    content, buffers = pack({}, {"turned": turned, "big": np.array([1, 2], ">i4")})
    _, arrays = unpack(content, buffers)
    np.testing.assert_array_equal(arrays["turned"], turned)
    assert arrays["big"].tolist() == [1, 2]


@given(HEADERS, ARRAYS.filter(lambda arrays: any(array.nbytes for array in arrays.values())), st.data())
def test_buffers_that_do_not_fit_are_refused(header: dict[str, Any], arrays: dict[str, Array], data: st.DataObject) -> None:
    content, (buffer,) = pack(header, arrays)
    cut = buffer[: data.draw(st.integers(0, len(buffer) - 1))]
    for damaged in (cut, buffer + b"\0"):
        with pytest.raises(CodecError, match=f"{len(damaged)} bytes; its arrays need {len(buffer)}"):
            unpack(content, [damaged])


@pytest.mark.parametrize("buffers", [[], [b"", b""]])
def test_a_message_has_one_buffer(buffers: list[bytes]) -> None:
    content, _ = pack({}, {})
    with pytest.raises(CodecError, match=f"{len(buffers)} buffers instead of 1"):
        unpack(content, buffers)


@pytest.mark.parametrize("version", [None, 0, VERSION + 1])
def test_another_version_is_refused(version: int | None) -> None:
    with pytest.raises(CodecError, match=f"version {version}"):
        unpack({"codec": version, "arrays": []}, [b""])


def test_what_no_page_can_read_is_refused() -> None:
    with pytest.raises(ValueError, match="array a has the type int64"):
        pack({}, {"a": np.zeros(1, np.int64)})
    for key in ("codec", "arrays", "base64"):
        with pytest.raises(ValueError, match=f"must not have the key {key}"):
            pack({key: 1}, {})
    with pytest.raises(CodecError, match="unknown type: object"):
        unpack({"codec": VERSION, "arrays": [{"name": "a", "dtype": "object", "shape": [1]}]}, [b""])
