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
    from mnistviz.cnn import activation_model, build_cnn, load_model
    from mnistviz.data import load_digits, load_mnist
    from mnistviz.drawing import Drawing
    from mnistviz.drawing_files import load_drawing
    from mnistviz.engine import KerasEngine, LiteRTEngine, forward
    from mnistviz.exercise_catalogue import exercise_kinds
    from mnistviz.exercises import Exercise, Result, total_score
    from mnistviz.explanation import explain_unit, trace_unit
    from mnistviz.explanation_figure import draw_explanation
    from mnistviz.figures import draw_forward_pass
    from mnistviz.forward_pass import ForwardPass
    from mnistviz.framing_lesson import frame
    from mnistviz.live_choices import TrainingChoices
    from mnistviz.picture_files import PictureError
    from mnistviz.pictures import read_digit
    from mnistviz.unit_explanation import UnitExplanation
    from mnistviz.widgets.exercise_card import ExerciseCard, exercise
    from mnistviz.widgets.explorer import Explorer, explore
    from mnistviz.widgets.trainer import Trainer, train_live

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
    "Drawing": "drawing",
    "Exercise": "exercises",
    "ExerciseCard": "widgets.exercise_card",
    "Explorer": "widgets.explorer",
    "ForwardPass": "forward_pass",
    "KerasEngine": "engine",
    "LiteRTEngine": "engine",
    "PictureError": "picture_files",
    "Result": "exercises",
    "Trainer": "widgets.trainer",
    "TrainingChoices": "live_choices",
    "UnitExplanation": "unit_explanation",
    "activation_model": "cnn",
    "build_cnn": "cnn",
    "draw_explanation": "explanation_figure",
    "draw_forward_pass": "figures",
    "exercise": "widgets.exercise_card",
    "exercise_kinds": "exercise_catalogue",
    "explain_unit": "explanation",
    "explore": "widgets.explorer",
    "forward": "engine",
    "frame": "framing_lesson",
    "load_digits": "data",
    "load_drawing": "drawing_files",
    "load_mnist": "data",
    "load_model": "cnn",
    "read_digit": "pictures",
    "total_score": "exercises",
    "trace_unit": "explanation",
    "train_live": "widgets.trainer",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'mnistviz' has no attribute {name!r}")
    return getattr(import_module(f"mnistviz.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
