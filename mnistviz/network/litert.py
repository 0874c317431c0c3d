"""Opens LiteRT files: networks that run without TensorFlow."""

from __future__ import annotations

from typing import Any

from mnistviz.network.extras import importing_extra


def open_interpreter(content: bytes) -> Any:
    """Opens a LiteRT file on one thread. Where LiteRT has no package for the system, TensorFlow's own copy of it runs the file.

    LiteRT's default delegate (XNNPACK) is off. It would be twice as fast (0.06 instead of 0.12 ms for the shipped network), but
    it announces itself on the file descriptor of stderr, which notebooks show and keep.

    Args:
        content: of the file.

    Returns:
        A LiteRT `Interpreter`, which keeps the tensors of one call: callers need a lock.

    Raises:
        MissingExtraError: if neither is installed.
    """
    interpreter, resolvers = _find_litert()
    return interpreter(
        model_content=content,
        num_threads=1,
        experimental_op_resolver_type=resolvers.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
    )


def has_litert() -> bool:
    """Tells whether LiteRT itself is installed and works on this system."""
    try:
        import ai_edge_litert.interpreter  # noqa: F401, PLC0415
    except ImportError:  # not installed, or its library does not fit the system
        return False
    return True


def _find_litert() -> tuple[Any, Any]:
    if not has_litert():
        with importing_extra():
            import tensorflow as tf  # noqa: PLC0415  (importing it takes seconds)
        return tf.lite.Interpreter, tf.lite.experimental.OpResolverType
    from ai_edge_litert.interpreter import Interpreter, OpResolverType  # noqa: PLC0415

    return Interpreter, OpResolverType
