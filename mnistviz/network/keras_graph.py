"""Reads a live Keras model as a graph of its operations: each use of each layer, with what it reads.

Nested models are unfolded, a layer that is used twice appears twice, and a calculation between layers appears, too. Running the
graph gives every value that Keras computes on the way from the input to the output.
"""

from __future__ import annotations

import inspect
import operator
from typing import TYPE_CHECKING, Any, NamedTuple

from mnistviz.locale import text
from mnistviz.network.extras import importing_extra
from mnistviz.network.layers import INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Slot = tuple[str, int]

with importing_extra():
    import keras


_LONGEST_REASON = 120
"""Characters of Keras' own message that an error repeats."""


class Use(NamedTuple):
    """One use of an operation.

    Attributes:
        name: unique in the graph. Layers of nested models are named "model/layer"; the second use of "relu" is "relu (2)".
        operation: the layer, or what is calculated between layers.
        slots: where each tensor that it reads comes from: the name of a use, or `layers.INPUT`, and the number of its output.
        tensors: these tensors as symbols.
        outputs: its outputs as symbols. The first one is the value that is shown.
        arguments: as Keras keeps them.
    """

    name: str
    operation: Any
    slots: tuple[Slot, ...]
    tensors: tuple[Any, ...]
    outputs: tuple[Any, ...]
    arguments: Any

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of the uses that it reads, in order."""
        return tuple(name for name, _ in self.slots)

    @property
    def shape(self) -> tuple[int | None, ...]:
        """The shape of the output, without batch axis. None stands for a size that the model leaves open."""
        return tuple(self.outputs[0].shape[1:])


class Graph:
    """All uses of a model's operations, in an order in which they can run.

    Args:
        model: built, with one input and one output.

    Attributes:
        input: the symbolic input.
        uses: those on the way to the output; the last one has the output.

    Raises:
        ValueError: if the model is not built, has more than one input or output, or does not tell its operations.
    """

    def __init__(self, model: keras.Model) -> None:
        self._model = model
        function = _function_of(model)
        if len(function.inputs) != 1 or len(function.outputs) != 1:
            raise ValueError(text("model-of-many", inputs=len(function.inputs), outputs=len(function.outputs)))
        self.input = function.inputs[0]
        walk = _Walk()
        slots = {id(self.input): (INPUT, 0)}
        walk.unfold(function, slots, "")
        name, number = slots[id(function.outputs[0])]
        if name == INPUT or number:
            raise ValueError(text("model-without-last-layer", name=repr(model.name)))
        self.uses = tuple(_needed(walk.uses, name))
        self._nested = walk.nested
        self._seen = list(self._parts())

    def is_present(self) -> bool:
        """Tells whether the model still has the same operations with the same settings. Takes 0.05 ms for 12 layers."""
        present = list(self._parts())
        return len(present) == len(self._seen) and all(map(operator.is_, present, self._seen))

    def run(self, batch: Any) -> dict[str, Any]:
        """Runs all operations as at inference: {name of the use: tensor}. `batch` may be symbolic."""
        values: dict[Slot, Any] = {(INPUT, 0): batch}
        for use in self.uses:
            known = {id(tensor): values[slot] for tensor, slot in zip(use.tensors, use.slots, strict=True)}
            arguments, named = use.arguments.fill_in(known)
            if "training" in getattr(use.operation, "_call_context_args", ()):
                named = {**named, "training": False}
            outputs = keras.tree.flatten(use.operation(*arguments, **named))
            values |= {(use.name, number): output for number, output in enumerate(outputs)}
        return {use.name: values[use.name, 0] for use in self.uses}

    def _parts(self) -> Iterator[Any]:
        """Yields what is another object once layers are added or taken away, or an attribute of one is replaced."""
        for model in (self._model, *self._nested):
            yield getattr(model, "_functional", model)
        for operation in {id(use.operation): use.operation for use in self.uses}.values():
            yield operation
            yield from vars(operation).values()


class _Walk:
    """A walk through a model and the models in it.

    Attributes:
        uses: of all operations, by name, in an order in which they can run.
        nested: the models in the model.
    """

    def __init__(self) -> None:
        self.uses: dict[str, Use] = {}
        self.nested: list[keras.Model] = []
        self._given = {INPUT: 1}

    def unfold(self, function: Any, slots: dict[int, Slot], prefix: str) -> None:
        """Notes the uses of all operations, those of nested models in their place.

        Args:
            function: of a model.
            slots: by the id of each symbolic tensor, where its value comes from. The inputs are in it; all others are added.
            prefix: of the names.
        """
        for _, nodes in sorted(function._nodes_by_depth.items(), reverse=True):  # noqa: SLF001  (Keras has no public way)
            for node in nodes:
                if not node.is_input:
                    self._note(node, slots, prefix)

    def _note(self, node: Any, slots: dict[int, Slot], prefix: str) -> None:
        operation, read = node.operation, tuple(slots[id(tensor)] for tensor in node.input_tensors)
        inner = _inner_function(operation)
        if inner is not None and len(inner.inputs) == len(read):
            self.nested.append(operation)
            inside = dict(zip(map(id, inner.inputs), read, strict=True))
            self.unfold(inner, inside, f"{prefix}{operation.name}/")
            slots |= {id(one): inside[id(other)] for one, other in zip(node.outputs, inner.outputs, strict=True)}
            return
        name = self._unique(f"{prefix}{operation.name}")
        slots |= {id(tensor): (name, number) for number, tensor in enumerate(node.outputs)}
        self.uses[name] = Use(name, operation, read, tuple(node.input_tensors), tuple(node.outputs), node.arguments)

    def _unique(self, name: str) -> str:
        self._given[name] = self._given.get(name, 0) + 1
        return name if self._given[name] == 1 else f"{name} ({self._given[name]})"


def _function_of(model: keras.Model) -> Any:
    """Returns what Keras knows of the operations in a model.

    Raises:
        ValueError: if it does not know them.
    """
    function = getattr(model, "_functional", None) if isinstance(model, keras.Sequential) else model
    if function is None:
        raise ValueError(text("model-not-built", name=repr(model.name)))
    return function if getattr(function, "_nodes_by_depth", None) else _trace(model)


def _inner_function(operation: Any) -> Any:
    """Returns what Keras knows of the operations in a nested model; None for anything else, which is shown as one layer."""
    if not isinstance(operation, keras.Model):
        return None
    try:
        return _function_of(operation)
    except ValueError:
        return None


def _trace(model: keras.Model) -> Any:
    """Calls a subclassed model on a symbolic input, so that its layers tell Keras what they read."""
    build = model.get_build_config() if model.built else None
    shape = (build or {}).get("input_shape")
    if not isinstance(shape, (tuple, list)) or not all(size is None or isinstance(size, int) for size in shape):
        raise ValueError(text("model-not-built", name=repr(model.name)))
    digits = keras.Input(tuple(shape[1:]))
    takes_training = "training" in inspect.signature(model.call).parameters
    try:
        return keras.Function(digits, model.call(digits, training=False) if takes_training else model.call(digits))
    except Exception as error:  # whatever the code of the model does
        reason = str(error).strip().partition("\n")[0].partition(". ")[0].rstrip(".")[:_LONGEST_REASON]
        raise ValueError(text("model-hides-layers", name=repr(model.name), reason=reason)) from error


def _needed(uses: Mapping[str, Use], output: str) -> Iterator[Use]:
    """Yields what the output depends on, in the order of the data."""
    needed: set[str] = set()
    ahead = [output]
    while ahead:
        name = ahead.pop()
        if name in uses and name not in needed:
            needed.add(name)
            ahead.extend(uses[name].reads)
    return (use for name, use in uses.items() if name in needed)
