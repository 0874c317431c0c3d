"""The settings of a live training."""

from __future__ import annotations

from dataclasses import dataclass

from mnistviz.locale import text

SUBSETS: tuple[int | str, ...] = (500, 5000, "all")
"""The numbers of digits to choose from."""
USUAL_RATE = 0.002
"""Learning rate of a model that was not compiled: twice the usual value of Adam (Kingma and Ba 2015), for ten epochs are few."""


@dataclass(frozen=True)
class TrainingChoices:
    """The settings of a training.

    Attributes:
        learning_rate: the size of the first step, above 0 and at most 1. Steps get smaller towards the end (half a cosine,
            Loshchilov and Hutter 2017), so the last few batches hardly influence the result. None for the learning rate or
            schedule that a compiled model's optimizer has; for other models it is then 0.002.
        batch_size: digits per step, 1 to 1,000.
        augment: distort every digit anew each time it is shown, so the network sees more handwritings than there are. For
            MNIST's digits only.
        digits: 500, 5000 or "all" (see `lesson.lesson_digits`); "all" needs the full MNIST. Of other pictures, at most so many.
        epochs: how often all digits are shown, 1 to 1,000.
        seed: of the order of the digits and of the distortions.

    Raises:
        ValueError: if a setting has the wrong type or is out of range.
    """

    learning_rate: float | None = None
    batch_size: int = 50
    augment: bool = True
    digits: int | str = 5000
    epochs: int = 10
    seed: int = 1

    def __post_init__(self) -> None:
        if self.learning_rate is not None and not (_is_number(self.learning_rate) and 0 < self.learning_rate <= 1):
            raise ValueError(text("learning-rate-out-of-range", value=repr(self.learning_rate)))
        for name in ("batch_size", "epochs"):
            size = getattr(self, name)
            if not isinstance(size, int) or not 1 <= size <= 1000:
                raise ValueError(text("training-setting-out-of-range", name=name, value=repr(size)))
        if not isinstance(self.augment, bool):
            raise ValueError(text("augment-not-boolean", value=repr(self.augment)))  # noqa: TRY004  (like any other setting)
        if self.digits not in SUBSETS:
            raise ValueError(text("unknown-subset", value=repr(self.digits)))
        if not isinstance(self.seed, int) or self.seed < 0:
            raise ValueError(text("seed-out-of-range", value=repr(self.seed)))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
