"""WeightPusher: one weight to push by hand, with the loss of some digits as a curve, its slope, and steps downhill."""

from __future__ import annotations

import base64
import math
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets
import numpy as np

from mnistviz.explain.wording import number
from mnistviz.jupyter import session
from mnistviz.jupyter.render_loop import Guard
from mnistviz.jupyter.still_output import WIDGET_VIEW
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.plot.tokens import size
from mnistviz.plot.weight_loss_figure import curve_of, draw_way

if TYPE_CHECKING:
    from mnistviz.explain.weight_loss import WeightLoss

_POSITIONS = 200
"""Positions of the slider, about: its step is 10, 1, 0.1 ..., so that the values are easy to read."""
_FIRST_RATE = 5.0
_DECIMALS = 9
"""The page counts its steps in floating point: 9.899999999999999."""
_FARTHEST = 1e6
"""Values beyond it are useless, and far beyond it float32 ends."""
_WIDE = {"description_width": "9em"}
_SLIDER = {"width": "100%", "max_width": "560px"}  # as wide as the picture
_BUTTON = {"width": "auto", "align_self": "flex-start", "height": f"{size('touch')}px"}


class WeightPusher(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A slider for one weight, a button for a step downhill, and the curve of the loss. Shows itself as the last line of a cell.

    The network stays as it is. Code can do what the page does; the page shows the result either way.

    Args:
        loss: what `mnistviz.weight_loss` returns.
        value: of the weight at first.
        between: the ends of the slider.

    Attributes:
        loss: as given.
        way: the values since the weight was pushed last, one more for each step.

    Example:
        >>> pusher = mnistviz.push_weight(loss, 8)
        >>> pusher.step()
        >>> pusher.value
    """

    def __init__(self, loss: WeightLoss, value: float, between: tuple[float, float]) -> None:
        self.loss = loss
        self.way = [value]
        self.notebook_cell = session.running_notebook_cell()
        self._ends, self._curve = between, curve_of(loss, between)
        self._guard = Guard(self._say)
        self._png, self._said = b"", ""
        low, high = between
        step = float(10.0 ** round(math.log10((high - low) / _POSITIONS)))
        self._slider = ipywidgets.FloatSlider(value, min=low, max=high, step=step, readout=False, layout=_SLIDER)
        self._field = ipywidgets.FloatText(value, step=step, description=text("pusher-weight"), style=_WIDE)
        self._rate = ipywidgets.FloatText(_FIRST_RATE, description=text("pusher-rate"), style=_WIDE)
        self._button = ipywidgets.Button(description=text("pusher-step"), layout=_BUTTON)
        self._words = ipywidgets.HTML()  # escaped; it wraps its lines, which a label does not
        self._picture = ipywidgets.HTML()  # with words for who can't see it; an image has none
        super().__init__([self._slider, self._field, self._rate, self._button, self._words, self._picture])
        self._show()
        for control in (self._slider, self._field):
            control.observe(self._guard(self._hear), "value")
        self._button.on_click(self._guard(lambda _: self.step()))
        session.receive_while_busy(self)

    @property
    def value(self) -> float:
        """The present value of the weight. It may lie beyond the slider's ends."""
        return self.way[-1]

    @property
    def last_error(self) -> Exception | None:
        """The last exception of a message from the page, or None."""
        return self._guard.last_error

    def push(self, value: float) -> None:
        """Gives the weight another value, and forgets the steps so far.

        Raises:
            ValueError: if it is no number, or far too large.
        """
        self.way = [_checked(value)]
        self._show()

    def step(self, learning_rate: float | None = None) -> float:
        """Takes a step downhill: learning rate times slope.

        Args:
            learning_rate: None for the one in the field.

        Returns:
            The new value.

        Raises:
            ValueError: if the step leads far too far.
        """
        rate = float(self._rate.value) if learning_rate is None else learning_rate
        self.way = [*self.way, _checked(self.loss.step(self.value, rate))]
        self._show()
        return self.value

    def close(self) -> None:
        """Removes the widgets from page and notebook kernel. May be called again."""
        for part in (*self.children, self.layout):
            session.close_tree(part)
        super().close()

    def _hear(self, change: dict[str, Any]) -> None:
        is_slider = change["owner"] is self._slider
        shown, near = (self._on_slider(), self._slider.step / 100) if is_slider else (self.value, 0)
        if not math.isclose(change["new"], shown, abs_tol=near):  # the hand, not a step
            self.push(round(change["new"], _DECIMALS))

    def _on_slider(self) -> float:
        """Returns where the slider stands for the present value: at one of its positions, to which the page would move it."""
        low, high = self._ends
        steps = round((min(max(self.value, low), high) - low) / self._slider.step)
        return float(min(low + steps * self._slider.step, high))

    def _show(self) -> None:
        self._slider.value, self._field.value = self._on_slider(), self.value
        self._png = draw_way(self.loss, np.array(self.way), *self._curve)._repr_png_()
        source = f"data:image/png;base64,{base64.b64encode(self._png).decode('ascii')}"
        attributes = {"style": "max-width:100%", "alt": text("pusher-picture"), "src": source}
        written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
        self._picture.value = f"<img {written}>"
        slope = self.loss.slope(self.value)
        kind = "flat" if abs(slope) < 0.0005 else "left" if slope > 0 else "right"
        numbers = {
            "value": number(self.value),
            "loss": formatted(self.loss.loss(self.value), ".3f"),
            "slope": formatted(slope, "+.3f"),
        }
        self._said = text("pusher-words", kind=kind, **numbers)
        self._say(self._said)

    def _say(self, words: str) -> None:
        self._words.value = escape(words)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        # Text and picture are for viewers without a kernel: saved notebooks, GitHub, nbconvert.
        png = base64.b64encode(self._png).decode("ascii")
        return {WIDGET_VIEW: bundle[WIDGET_VIEW], "text/plain": repr(self), "image/png": png}

    def __repr__(self) -> str:
        return f"WeightPusher({self.loss.name}: {self._said})"


def _checked(value: float) -> float:
    """Returns a value that the network can hold.

    Raises:
        ValueError: if it can't.
    """
    if not abs(value) < _FARTHEST:  # true for NaN, too
        raise ValueError(text("pusher-too-far"))
    return float(value)


def push_weight(loss: WeightLoss, value: float | None = None, between: tuple[float, float] | None = None) -> WeightPusher:
    """Shows one weight with a slider, the curve of the loss, and a button for steps downhill.

    When its notebook cell runs again, that of the former run is closed.

    Args:
        loss: what `mnistviz.weight_loss` returns.
        value: of the weight at first; None for that in the network.
        between: the ends of the slider; None for about 12 to each side of the value in the network.

    Raises:
        ValueError: if the ends are not in order, or `value` is not between them.
    """
    start = loss.value if value is None else float(value)
    low, high = between or (math.floor(loss.value) - 12, math.ceil(loss.value) + 12)
    if not low < high or not low <= start <= high:
        raise ValueError(text("pusher-range", low=number(low), high=number(high), value=number(start)))
    session.close_previous(WeightPusher)
    return WeightPusher(loss, start, (float(low), float(high)))
