# The public names, and where each is defined: for type checkers, and for `__init__.py`, which reads this file.

from .data.digits import load_digits as load_digits
from .data.digits import load_mnist as load_mnist
from .data.pictures import Pictures as Pictures
from .data.pictures import load_pictures as load_pictures
from .exercises.exercise import Exercise as Exercise
from .exercises.exercise import Result as Result
from .exercises.exercise import total_score as total_score
from .exercises.registry import exercise_kinds as exercise_kinds
from .explain.comparison import Comparison as Comparison
from .explain.comparison import compare as compare
from .explain.counterfactual import Counterfactual as Counterfactual
from .explain.counterfactual import CounterfactualError as CounterfactualError
from .explain.counterfactual import counterfactual as counterfactual
from .explain.explanation import explain_unit as explain_unit
from .explain.explanation import trace_unit as trace_unit
from .explain.framing_comparison import frame as frame
from .explain.unit_explanation import UnitExplanation as UnitExplanation
from .export.page import export_page as export_page
from .ink.drawing import Drawing as Drawing
from .ink.drawing_files import load_drawing as load_drawing
from .jupyter.exercise_card import ExerciseCard as ExerciseCard
from .jupyter.exercise_card import exercise as exercise
from .jupyter.explorer.explorer import Explorer as Explorer
from .jupyter.explorer.live_comparison import compare_live as compare_live
from .jupyter.explorer.opening import explore as explore
from .jupyter.trainer.train_live import train_live as train_live
from .jupyter.trainer.trainer import Trainer as Trainer
from .network.engine import forward as forward
from .network.forward_pass import ForwardPass as ForwardPass
from .network.keras_engine import KerasEngine as KerasEngine
from .network.keras_model import activation_model as activation_model
from .network.keras_model import build_cnn as build_cnn
from .network.keras_model import load_model as load_model
from .network.litert_engine import LiteRTEngine as LiteRTEngine
from .plot.comparison_figure import draw_comparison as draw_comparison
from .plot.counterfactual_figure import draw_counterfactual as draw_counterfactual
from .plot.explanation_figure import draw_explanation as draw_explanation
from .plot.figures import draw_forward_pass as draw_forward_pass
from .reading.picture_files import PictureError as PictureError
from .reading.pictures import SeveralDigitsWarning as SeveralDigitsWarning
from .reading.pictures import read_digit as read_digit
from .reading.pictures import read_digits as read_digits
from .training.choices import TrainingChoices as TrainingChoices

__version__: str
