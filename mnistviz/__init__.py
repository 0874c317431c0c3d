"""mnistviz: draw a digit in a notebook and watch every layer of a small convolutional network.

    >>> import mnistviz
    >>> explorer = mnistviz.explore()
    >>> explorer

The public names are those of `__init__.pyi`. Each is imported when it is first used, so that `import mnistviz` loads neither
TensorFlow nor Jupyter's widgets.
"""

import os

import lazy_loader

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # must precede any import of TensorFlow, or its log fills the notebooks

__version__ = "0.2.0"

_import_public, _, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'mnistviz' has no attribute {name!r}")
    from mnistviz.network.extras import MissingExtraError, stand_in  # noqa: PLC0415  (nothing is imported before it is used)

    try:
        return _import_public(name)
    except MissingExtraError as error:
        return stand_in(name, error)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
