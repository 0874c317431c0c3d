"""mnistviz: draw a digit in a notebook and watch every layer of a small convolutional network.

    >>> import mnistviz
    >>> explorer = mnistviz.explore()
    >>> explorer

Names are resolved when they are first used, so that `import mnistviz` loads neither TensorFlow nor Jupyter's widgets.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # must precede any import of TensorFlow, or its log fills the notebooks

if TYPE_CHECKING:
    from mnistviz.data.digits import load_digits, load_mnist
    from mnistviz.exercises.catalogue import exercise_kinds
    from mnistviz.exercises.exercise import Exercise, Result, total_score
    from mnistviz.explain.explanation import explain_unit, trace_unit
    from mnistviz.explain.framing_comparison import frame
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.ink.drawing import Drawing
    from mnistviz.ink.drawing_files import load_drawing
    from mnistviz.jupyter.exercise_card import ExerciseCard, exercise
    from mnistviz.jupyter.explorer.explorer import Explorer, explore
    from mnistviz.jupyter.trainer.trainer import Trainer, train_live
    from mnistviz.network.engine import KerasEngine, LiteRTEngine, forward
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.keras_model import activation_model, build_cnn, load_model
    from mnistviz.plot.explanation_figure import draw_explanation
    from mnistviz.plot.figures import draw_forward_pass
    from mnistviz.reading.picture_files import PictureError
    from mnistviz.reading.pictures import read_digit
    from mnistviz.training.choices import TrainingChoices

__version__ = "0.1.0"

__all__ = [
    "Drawing",
    "Exercise",
    "ExerciseCard",
    "Explorer",
    "ForwardPass",
    "KerasEngine",
    "LiteRTEngine",
    "PictureError",
    "Result",
    "Trainer",
    "TrainingChoices",
    "UnitExplanation",
    "activation_model",
    "build_cnn",
    "draw_explanation",
    "draw_forward_pass",
    "exercise",
    "exercise_kinds",
    "explain_unit",
    "explore",
    "forward",
    "frame",
    "load_digits",
    "load_drawing",
    "load_mnist",
    "load_model",
    "read_digit",
    "total_score",
    "trace_unit",
    "train_live",
]

_MODULES = {
    "Drawing": "ink.drawing",
    "Exercise": "exercises.exercise",
    "ExerciseCard": "jupyter.exercise_card",
    "Explorer": "jupyter.explorer.explorer",
    "ForwardPass": "network.forward_pass",
    "KerasEngine": "network.engine",
    "LiteRTEngine": "network.engine",
    "PictureError": "reading.picture_files",
    "Result": "exercises.exercise",
    "Trainer": "jupyter.trainer.trainer",
    "TrainingChoices": "training.choices",
    "UnitExplanation": "explain.unit_explanation",
    "activation_model": "network.keras_model",
    "build_cnn": "network.keras_model",
    "draw_explanation": "plot.explanation_figure",
    "draw_forward_pass": "plot.figures",
    "exercise": "jupyter.exercise_card",
    "exercise_kinds": "exercises.catalogue",
    "explain_unit": "explain.explanation",
    "explore": "jupyter.explorer.explorer",
    "forward": "network.engine",
    "frame": "explain.framing_comparison",
    "load_digits": "data.digits",
    "load_drawing": "ink.drawing_files",
    "load_mnist": "data.digits",
    "load_model": "network.keras_model",
    "read_digit": "reading.pictures",
    "total_score": "exercises.exercise",
    "trace_unit": "explain.explanation",
    "train_live": "jupyter.trainer.trainer",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'mnistviz' has no attribute {name!r}")
    return getattr(import_module(f"mnistviz.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
