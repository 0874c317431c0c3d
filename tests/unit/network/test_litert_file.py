"""The reader of LiteRT files finds the numbers that LiteRT itself finds."""

from __future__ import annotations

import numpy as np
import pytest

from mnistviz.assets import asset_path
from mnistviz.network.litert import open_interpreter
from mnistviz.network.litert_file import constant_arrays


@pytest.mark.parametrize("name", ["cnn.tflite", "ink_finder.tflite"])
def test_the_constants_are_those_of_litert(name: str) -> None:
    content = asset_path(name).read_bytes()
    interpreter = open_interpreter(content)
    expected = []
    for details in interpreter.get_tensor_details():
        try:
            array = interpreter.get_tensor(details["index"])
        except ValueError:  # computed, so not there before the first run
            continue
        if details["dtype"] == np.float32:
            expected.append(array)
    received = constant_arrays(content)
    assert [array.shape for array in received] == [array.shape for array in expected]
    for array, other in zip(received, expected, strict=True):
        np.testing.assert_array_equal(array, other)
        assert not array.flags.writeable
