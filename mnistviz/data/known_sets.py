"""Known sets of pictures in the form of MNIST: their classes, and how their files differ from it."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_DIGITS = tuple(string.digits)
_LETTERS = tuple(string.ascii_uppercase)


class KnownSet(NamedTuple):
    """A set of pictures that people use in place of MNIST.

    Attributes:
        name: how its folder or its files begin, in lower case, letters and digits only.
        classes: the names of the classes.
        first_label: the number of the first class in its files.
        is_transposed: whether its files have rows and columns swapped.
    """

    name: str
    classes: tuple[str, ...]
    first_label: int = 0
    is_transposed: bool = False


_KNOWN = (
    # Xiao, Rasul and Vollgraf 2017, https://github.com/zalandoresearch/fashion-mnist
    KnownSet(
        "fashion",
        ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"),
    ),
    # Clanuwat and others 2018, "Deep Learning for Classical Japanese Literature"; in Latin letters, since some fonts lack others
    KnownSet("kmnist", ("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo")),
    # Cohen and others 2017, "EMNIST: an extension of MNIST to handwritten letters", table 2
    KnownSet("emnistletters", _LETTERS, first_label=1, is_transposed=True),
    KnownSet("emnistbalanced", (*_DIGITS, *_LETTERS, *"abdefghnqrt"), is_transposed=True),
    KnownSet("emnistbymerge", (*_DIGITS, *_LETTERS, *"abdefghnqrt"), is_transposed=True),
    KnownSet("emnistbyclass", (*_DIGITS, *_LETTERS, *string.ascii_lowercase), is_transposed=True),
    KnownSet("emnistdigits", _DIGITS, is_transposed=True),
    KnownSet("emnistmnist", _DIGITS, is_transposed=True),
)


def find_known_set(folder: Path, prefix: str) -> KnownSet | None:
    """Returns the set that files belong to; None if it is not known.

    Fashion-MNIST's files have the same names as those of MNIST; it is known by the folder, as Keras ("fashion-mnist") and
    torchvision ("FashionMNIST/raw") call it.

    Args:
        folder: of the files.
        prefix: how the names of the files begin, before "train" and "test", such as "emnist-letters-".
    """
    resolved = folder.resolve()
    for name in (prefix, resolved.name, resolved.parent.name):
        plain = "".join(filter(str.isalnum, name.lower()))
        known = next((one for one in _KNOWN if plain.startswith(one.name)), None)
        if known is not None:
            return known
    return None
