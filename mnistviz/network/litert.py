"""Opens LiteRT files: networks that run without TensorFlow."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mnistviz.arrays import Array


def open_interpreter(content: bytes) -> Any:
    """Opens a LiteRT file on one thread.

    LiteRT's default delegate (XNNPACK) is off. It would be twice as fast (0.06 instead of 0.12 ms for the shipped network), but
    it announces itself on the file descriptor of stderr, which notebooks show and keep.

    Args:
        content: of the file.

    Returns:
        A LiteRT `Interpreter`, which keeps the tensors of one call: callers need a lock.

    Raises:
        ImportError: where `has_litert` is False.
    """
    from ai_edge_litert.interpreter import Interpreter, OpResolverType  # noqa: PLC0415

    return Interpreter(
        model_content=content,
        num_threads=1,
        experimental_op_resolver_type=OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
    )


def has_litert() -> bool:
    """Tells whether LiteRT is installed and works on this system."""
    try:
        import ai_edge_litert.interpreter  # noqa: F401, PLC0415
    except ImportError:  # not installed, or its library does not fit the system
        return False
    return True


class LiteRTNetwork:
    """The network of a LiteRT file with one input and one output. Any thread may use it. `NumPyNetwork` does the same in NumPy.

    Args:
        content: of the file.
    """

    def __init__(self, content: bytes) -> None:
        self._lock = threading.Lock()  # an interpreter keeps the tensors of one call
        self._interpreter = open_interpreter(content)
        self._interpreter.allocate_tensors()
        (self._input,), (self._output,) = self._interpreter.get_input_details(), self._interpreter.get_output_details()

    def run(self, values: Array) -> Array:
        """Returns what the network puts out.

        Args:
            values: float32 with a batch axis of 1, in the shape that the network is fed.
        """
        with self._lock:
            self._interpreter.set_tensor(self._input["index"], values)
            self._interpreter.invoke()
            output: Array = self._interpreter.get_tensor(self._output["index"]).copy()
        return output
