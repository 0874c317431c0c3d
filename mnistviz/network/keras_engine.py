"""The engine of live Keras models."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.batches import as_batch, in_order
from mnistviz.network.input_form import FED
from mnistviz.network.output_form import ADDED, find_output_form
from mnistviz.network.weights import LiveWeights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import keras

    from mnistviz.arrays import Array
    from mnistviz.network.keras_graph import Graph
    from mnistviz.network.layers import Layer
    from mnistviz.network.output_form import OutputForm
    from mnistviz.network.weights import Weights


class KerasEngine:
    """Runs any live Keras model on pictures, with the layers and weights that it has at the moment of the call.

    Args:
        model: built, with one input and one output; see docs/models.md.
        pixels: the value of full ink, such as 255, or those of blank paper and full ink, such as (-1, 1). None finds out.
        classes: the names of the classes; None for "0", "1", "2" ...

    Attributes:
        model: as given.
        form: what the model is fed.
        output: how its output becomes probabilities.

    Raises:
        TypeError: if it is not a Keras model.
        ValueError: if it is not built, does not tell its layers, or has an input or output that is not that of a classifier.
    """

    output: OutputForm

    def __init__(
        self,
        model: keras.Model,
        pixels: float | tuple[float, float] | None = None,
        classes: Sequence[str] | None = None,
    ) -> None:
        from mnistviz.network import keras_model  # noqa: PLC0415  (imports TensorFlow: seconds)

        keras_model.check_model(model)
        self.model = model
        self._pixels, self._names = pixels, classes
        self._read()

    @property
    def note(self) -> str:
        """See `Engine.note`. It also says what was found out about the model."""
        form, output = self.form, self.output
        notes = [text("live-network", name=repr(self.model.name))]
        if (form.paper, form.ink) != (0, 1):
            values = {"paper": formatted(form.paper, "g"), "ink": formatted(form.ink, "g"), "reason": self._reason()}
            notes.append(text("note-of-range", **values))
        if output.kind != "probabilities":
            notes.append(text("note-of-output", kind=output.kind))
        return "; ".join(notes)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """See `Engine.layers`. They are those of the last call of `run`."""
        return self._layers

    @property
    def graph(self) -> Graph:
        """The model's operations, as of the last call of `run`."""
        return self._network.graph

    @property
    def weights(self) -> Weights:
        """See `Engine.weights`."""
        return self._weights

    @property
    def classes(self) -> tuple[str, ...]:
        """See `Engine.classes`."""
        return self.output.classes

    def run(self, digits: Array) -> dict[str, Array]:
        """See `Engine.run`."""
        batch = self.run_pictures(as_batch(digits)[..., 0])
        return in_order(self._layers, batch, single=digits.ndim == 2)

    def run_picture(self, picture: Array) -> dict[str, Array]:
        """See `Engine.run_picture`."""
        return {name: values[0] for name, values in self.run_pictures(picture[None]).items()}

    def run_pictures(self, pictures: Array) -> dict[str, Array]:
        """Runs the model on digits or on other pictures, which are brought into the form that it is fed.

        Args:
            pictures: float32 (batch, row, column), 0..1, or (batch, row, column, channel), of any size.

        Returns:
            The outputs of all layers by name, in order: float32 with a batch axis.

        Raises:
            ValueError: if the probabilities are not finite.
        """
        self.follow()
        fed = self.form.prepare(pictures)
        return self.complete(fed, self._network.run(fed))

    def follow(self) -> None:
        """Reads the model again if its layers have changed since."""
        if not self._network.graph.is_present():
            self._read()

    def name_classes(self, names: Sequence[str]) -> None:
        """Gives the classes other names, as many as there are."""
        self._names = tuple(names)
        self.output = replace(self.output, classes=self._names)

    def complete(self, fed: Array, operations: Mapping[str, Array]) -> dict[str, Array]:
        """Adds to the outputs of a model's operations what is shown before and after them.

        Args:
            fed: what the model was fed (batch, *form.shape).
            operations: the outputs of all operations by name, with a batch axis.

        Returns:
            The outputs of all layers by name, in order.

        Raises:
            ValueError: if the probabilities are not finite.
        """
        outputs = dict(operations)
        if not self.form.is_digit:
            outputs[FED] = fed.astype(np.float32)
        if self.output.is_added:
            outputs[self._layers[-1].name] = self.output.finish(outputs[self._layers[-2].name])
        if not np.isfinite(outputs[self._layers[-1].name]).all():
            raise ValueError(text("probabilities-not-finite"))
        return in_order(self._layers, outputs, single=False)

    def _read(self) -> None:
        """Reads the model as it is at the moment."""
        from mnistviz.network import keras_input  # noqa: PLC0415
        from mnistviz.network.keras_layers import describe_uses  # noqa: PLC0415
        from mnistviz.network.keras_network import AT_ONCE, KerasNetwork  # noqa: PLC0415

        network = KerasNetwork(self.model)
        form, reason, answers = keras_input.try_digits(network.graph, self._pixels, network.answer)
        fed = form.prepare(keras_input.trial_digits()[0][:AT_ONCE])
        network.check(fed, answers[:AT_ONCE])
        shapes = {name: values.shape[1:] for name, values in network.run(fed[:1]).items()}
        own = describe_uses(network.graph, shapes, fed=form.layer)
        output = find_output_form(own[-1], answers, self._names)
        taken = {layer.name for layer in own}
        added = [output.layer(ADDED if ADDED not in taken else f"{ADDED} (2)")] if output.is_added else []
        # All at once and last, so that a model which is refused is read again at the next run.
        self._network, self.form, self.output, self._reason = network, form, output, reason
        self._layers = (*([] if form.is_digit else [form.layer]), *own, *added)
        self._weights: Weights = LiveWeights(network.graph, own)
