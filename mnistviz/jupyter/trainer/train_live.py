"""`train_live`: opens a trainer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.data.digits import Mnist
from mnistviz.data.pictures import load_pictures
from mnistviz.jupyter import session
from mnistviz.jupyter.trainer.samples import check_augmentation
from mnistviz.jupyter.trainer.trainer import Trainer
from mnistviz.locale import text, use_language
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.keras_model import build_cnn
from mnistviz.training.choices import TrainingChoices
from mnistviz.training.lesson import check_classes

if TYPE_CHECKING:
    import keras

    from mnistviz.jupyter.trainer.samples import Subject


def train_live(
    model: keras.Model | None = None,
    data: Any = None,
    *,
    pixels: float | tuple[float, float] | None = None,
    language: str | None = None,
    **choices: Any,
) -> Trainer:
    """Opens a trainer. When its notebook cell runs again, the trainer of the former run is closed.

    Args:
        model: any live Keras model from a picture to 2 to 100 classes (see `KerasEngine`), trained in place; None for the
            network of mnistviz with fresh weights, which the seed determines. A compiled model is trained by its own loss, and
            with a copy of its optimizer: at its own learning rate or schedule unless `learning_rate` is given. Others are trained
            by the cross-entropy that fits their output, with Adam. Penalties of layers belong to the loss; frozen layers stay as
            they are.
        data: what `load_mnist` or `load_pictures` has returned, or what `load_pictures` reads; its pictures are brought into the
            size that the model is fed. The training pictures train, and up to 5,000 of the test pictures validate. None for
            MNIST: the bundled digits, or the full set if `digits` is "all".
        pixels: the value of full ink, such as 255, or those of blank paper and full ink, such as (-1, 1), that the model was
            trained on before. None finds out.
        language: as `use_language` takes it; None for the one that is spoken.
        choices: fields of `TrainingChoices`: learning_rate, batch_size, augment, digits, epochs, seed. Other pictures than
            MNIST's digits are not augmented.

    Raises:
        DataError: if the data can't be loaded (see `load_pictures`).
        TypeError, ValueError: if `model` is not such a model or has another number of classes than the data, `pixels` don't fit
            it, mnistviz does not speak the language, or a choice or its value does not exist; if the model has no weights to
            train, a `train_step` or `compute_loss` of its own, a loss other than a cross-entropy or the mean squared error, or
            an optimizer that can't be copied.
    """
    if language is not None:
        use_language(language)
    subject: Subject = "digits" if data is None or isinstance(data, Mnist) else "pictures"
    chosen = TrainingChoices(**({"augment": False} if subject == "pictures" else {}) | choices)
    check_augmentation(chosen, subject)
    session.close_previous(Trainer)
    if model is None and pixels is not None:
        raise ValueError(text("model-left-out"))
    engine = KerasEngine(
        build_cnn(chosen.seed) if model is None else model, pixels
    )  # refuses what cannot be shown, before any widget
    pictures = None if data is None else load_pictures(data, size=engine.form.maps_shape[:2])
    check_classes(engine, pictures)
    if pictures is not None:
        engine.name_classes(pictures.classes)
    return Trainer(engine, chosen, pictures, subject)
