"""Extras: the parts of an installation that not everybody needs. An error gives the command that installs what is missing."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_EXTRAS = {
    "jupyterlab": ("JupyterLab", "lab"),
    "keras": ("Keras", "keras"),
    "nbconvert": ("nbconvert", "lab"),
    "nbformat": ("nbconvert", "lab"),  # a part of it
    "tensorflow": ("TensorFlow", "keras"),
}
"""For each module, the name that people know and the extra that installs it."""


class MissingExtraError(ModuleNotFoundError):
    """A package of an extra is not installed. The message gives the command that installs it, if one can."""


def missing_extra(module: str) -> MissingExtraError:
    """Returns the error for a top-level module of an extra that was not found. Where it can't be installed, it says so."""
    title, extra = _EXTRAS[module]
    if sys.platform == "emscripten" and extra == "keras":  # nobody builds TensorFlow for WebAssembly
        return MissingExtraError(text("extra-not-in-browsers", title=title), name=module)
    return MissingExtraError(text("extra-missing", title=title, extra=extra), name=module)


@contextmanager
def importing_extra() -> Iterator[None]:
    """Opens a context for imports from an extra.

    Raises:
        MissingExtraError: if a package of an extra is not installed. Other failed imports stay as they are.

    Example:
        >>> with importing_extra():
        ...     import keras
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            raise
        raise missing_extra(error.name) from None


def stand_in(name: str, error: MissingExtraError) -> Callable[..., NoReturn]:
    """Returns a function that replaces a public name whose extra is missing, and raises the error when called.

    So `help(mnistviz)` and `from mnistviz import *` work without extras.
    """

    def missing(*_: object, **__: object) -> NoReturn:
        raise MissingExtraError(str(error), name=error.name)

    missing.__name__ = missing.__qualname__ = name
    missing.__doc__ = str(error)
    return missing
