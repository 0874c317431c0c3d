"""Reads a picture: finds its digits, and reads the one that is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.digit_choice import Box, DigitChoice
from mnistviz.ink.framing import frame_ink
from mnistviz.ink.framing_steps import EVERY_STEP, Step
from mnistviz.ink.resampling import limit_pixels
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.reading.ink.features import FINE, measure, soften
from mnistviz.reading.ink.finder import shipped_finder
from mnistviz.reading.ink.places import find_places, is_lone_stroke
from mnistviz.reading.ink.readings import read_ways
from mnistviz.reading.ink.two_greys import covers, take_two_greys
from mnistviz.reading.ink.ways import take_connected, take_masked
from mnistviz.reading.picture_files import PictureError

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Framing, FramingSteps
    from mnistviz.reading.ink.features import Features
    from mnistviz.reading.ink.places import Place
    from mnistviz.reading.ink.readings import Reading

_VOTES = MappingProxyType({"photo-masked": 2.0, "photo-connected": 1.0, "photo-two-greys": 3.0})
"""Weights of the ways, by the key of their name. What lies in the ink finder's cells counts twice what continues it, which may be
another digit's line: chosen on 200 photos. A way that knows nothing of the finder has as much as both."""
_FILLED, _GRAINY, _SMALL = 48, 128, 256
"""Longest sides (pixels): of a picture that one digit fills; of one whose grain may pass for lines, so that it needs two greys;
and of one that a digit may fill."""
_SHOWN_PIXELS = 84 * 84
"""Maximum pixels that are kept of each step from a picture to its ink. They are only for display."""
_CHOICE_PIXELS = 280 * 280
"""Maximum pixels of the picture on which a digit is chosen."""


@dataclass(frozen=True, eq=False)
class Page:
    """A picture and its digits.

    Attributes:
        size: rows and columns of the picture (pixels).
        features: what the ink finder sees.
        probability: float32 (rows, columns), of ink in each cell.
        places: of the digits, from left to right, line by line. Empty if only `filled` has ink.
        filled: the ink if one digit fills the picture, float32 (rows, columns); None if it doesn't.
        is_softened: whether the digit was found only after the picture had been softened.
    """

    size: tuple[int, int]
    features: Features
    probability: Array
    places: tuple[Place, ...]
    filled: Array | None
    is_softened: bool = False

    @cached_property
    def largest(self) -> int:
        """The index of the largest digit."""
        return int(np.argmax([place.weight for place in self.places])) if self.places else 0

    def read(self, index: int) -> Reading:
        """Reads a digit.

        Raises:
            PictureError: if there is no ink.
        """
        inks = {} if self.filled is None else {"photo-two-greys": self.filled}
        if self.places:
            place = self.places[index]
            inks["photo-masked"] = take_masked(self.features, place)
            inks["photo-connected"] = take_connected(self.features, place)
        reading = read_ways(inks, _VOTES)
        if reading is None:
            raise PictureError(text("no-ink"))
        return reading

    def framing(self, wanted: FramingSteps = EVERY_STEP, index: int | None = None) -> Framing:
        """Frames a digit, by default the largest, and keeps the steps that lead to its ink."""
        index = self.largest if index is None else index
        reading = self.read(index)
        framing = reading.best.framing if wanted == EVERY_STEP else frame_ink(reading.best.ink, wanted)
        return replace(framing, photo=self._steps(index, reading), choice=self._choice(index))

    def _choice(self, index: int) -> DigitChoice | None:
        if len(self.places) < 2:
            return None
        rows, columns = self.features.cells
        boxes = tuple(Box(*np.divide(place.box, (columns, rows, columns, rows)).clip(0, 1).tolist()) for place in self.places)
        picture = limit_pixels(1 - self.features.grey, _CHOICE_PIXELS)
        return DigitChoice(picture, boxes, index, lambda number: self.framing(index=number))

    def _steps(self, index: int, reading: Reading) -> tuple[Step, ...]:
        """Returns the steps from the picture to the ink, and what was decided at each."""
        rows, columns = map(str, self.size)
        note = text("photo-picture-note", width=columns, height=rows, soft="yes" if self.is_softened else "no")
        steps = [_step("photo-picture", note, 1 - self.features.grey)]
        if self.places:
            steps += self._steps_to(index)
        for way in reading.ways:
            answer = {"prediction": str(way.prediction), "confidence": formatted(way.probabilities.max(), ".1%")}
            note = text("photo-read-as", **answer, chosen="yes" if way is reading.best else "no")
            steps.append(_step(way.name, note, way.ink))
        return tuple(steps)

    def _steps_to(self, index: int) -> list[Step]:
        """Returns the steps to the place of a digit."""
        place = self.places[index]
        lines, side = (self.features.light, "light") if place.is_light else (self.features.dark, "dark")
        steps = [
            _step("photo-lines", text("photo-lines-note", side=side), lines / max(float(lines.max()), 1e-6)),
            _step("photo-ink", text("photo-ink-note", sure=formatted(place.sure, ".0%")), self.probability),
        ]
        if len(self.places) > 1:
            note = text("photo-digit-note", number=str(index + 1), count=str(len(self.places)))
            steps.append(_step("photo-digit", note, place.on_page(self.probability.shape)))
        return steps


def read_page(pixels: Array) -> Page:
    """Finds the digits of a picture. Where it finds none, it looks for a thin 1 once more.

    Args:
        pixels: float32 (rows, columns) or (rows, columns, 3), 0 black to 1 white.

    Raises:
        PictureError: if there is no ink.
    """
    features = measure(pixels)
    probability = shipped_finder().run(features)
    places = find_places(features, probability)
    longest, filled = max(pixels.shape[:2]), None
    if longest <= _SMALL:
        whole = take_two_greys(pixels if pixels.ndim == 2 else pixels.mean(axis=2))
        if not whole.any() and longest <= _GRAINY:
            places = []
        if longest <= _FILLED:
            places = sorted(places, key=lambda place: -place.weight)[:1]
        if whole.any() and (longest <= _FILLED or (len(places) == 1 and covers(whole, places[0].on_page(probability.shape)))):
            filled = whole
    size = pixels.shape[0], pixels.shape[1]
    if places or filled is not None:
        return Page(size, features, probability, tuple(places), filled)
    if _GRAINY < longest < FINE and (page := _find_in_grain(pixels, size)):
        return page
    raise PictureError(text("no-ink"))


def _find_in_grain(pixels: Array, size: tuple[int, int]) -> Page | None:
    """Looks again where nothing was found: a thin, faint line stands out once the grain around it is averaged.

    So do frames of forms and edges of shadows. Therefore only a stroke that stands alone counts: a 1.
    """
    features = measure(soften(pixels))
    probability = shipped_finder().run(features)
    places = find_places(features, probability)
    if len(places) != 1 or not is_lone_stroke(places[0], probability):
        return None
    return Page(size, features, probability, tuple(places), None, is_softened=True)


def _step(key: str, note: str, image: Array) -> Step:
    """Makes a step with a small picture, since it is only for display."""
    return Step(text(key), note, limit_pixels(np.asarray(image, np.float32), _SHOWN_PIXELS))
