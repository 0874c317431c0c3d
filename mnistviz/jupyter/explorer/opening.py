"""`explore`: opens the explorer of a network, with the settings that suit it."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from mnistviz.data.gallery import make_gallery, read_samples
from mnistviz.data.labelled_arrays import check_count
from mnistviz.explain.out_of_distribution import is_familiar
from mnistviz.jupyter import session
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.locale import text, use_language
from mnistviz.network.engine import engine_for, shipped_engine
from mnistviz.network.keras_engine import KerasEngine

if TYPE_CHECKING:
    from collections.abc import Sequence

    import keras

    from mnistviz.data.gallery import Gallery
    from mnistviz.jupyter.explorer.sections.section import Section
    from mnistviz.network.engine import Engine


def explore(  # noqa: PLR0913  (all but the first three are given by name)
    model: keras.Model | Engine | None = None,
    pixels: float | tuple[float, float] | None = None,
    classes: Sequence[str] | None = None,
    *,
    samples: Any = None,
    autosave: bool = True,
    language: str | None = None,
    predict_first: bool = False,
) -> Explorer:
    """Opens an explorer. When its notebook cell runs again, the new explorer replaces the former one and takes over its drawing.

    In JupyterLab and Notebook the drawing also survives a restart of the notebook kernel: see `autosave`. A model that reads
    pictures of 28 x 28 pixels with one channel gets the drawing framed as MNIST's digits are; any other one gets the whole pad,
    scaled, and framing can be switched on.

    Args:
        model: a live Keras model from pictures to classes (docs/models.md says which), shown with the layers and weights that it
            has at the moment; or an engine, for example an edited one; None for the shipped network, which needs no TensorFlow.
        pixels: the value of full ink, such as 255, or those of blank paper and full ink, such as (-1, 1), that the model was
            trained on. None finds out.
        classes: the names of the model's classes, in the order of its outputs; None for those of the samples, or "0", "1" ...
        samples: pictures of your own to choose from, which the network is fed as they are: what `load_pictures` has returned or
            reads, of which those for testing are shown; a tuple (images, labels); or an array of images. As in a training, they
            are brought into the size that the model is fed. None for MNIST's digits, if the classes are "0" to "9".
        autosave: whether the pad's drawing is kept in a private file in Jupyter's folder for data, until the pad is cleared;
            the last 50 pads are kept. False neither writes nor reads a file.
        language: what the page and everything else speaks from now on, as `use_language` takes it. None for the language of the
            reader's JupyterLab or browser, or the one that was chosen before.
        predict_first: whether the page covers what the network makes of a digit until the learner has guessed; the page has a
            switch for it, too (see `Explorer.predict_first`).

    Raises:
        TypeError, ValueError: if `model` is not such a model, `pixels`, `classes` or `samples` don't fit it, or mnistviz does not
            speak the language.
        DataError: if the samples can't be loaded (see `load_pictures`).

    Example:
        >>> explorer = mnistviz.explore(model, classes=["circle", "square", "triangle"])
    """
    if language is not None:
        use_language(language)
    session.close_previous(Explorer)
    if model is None and (pixels is not None or classes is not None):
        raise ValueError(text("model-left-out"))
    engine = engine_for(model) if pixels is None and classes is None else KerasEngine(model, pixels, classes)
    if samples is None:
        return open_explorer(engine, autosave=autosave, predict_first=predict_first)
    found = read_samples(samples, engine.form.maps_shape[:2])
    names = found.classes
    if names is not None:
        check_count(engine.classes, len(names))
        if classes is not None:
            found = found._replace(classes=engine.classes)
        elif isinstance(engine, KerasEngine) and engine is not model:
            engine = copy(engine)  # other explorers of the model may share it
            engine.name_classes(names)
    gallery = make_gallery(found, engine.form, engine.classes)
    return open_explorer(engine, gallery=gallery, autosave=autosave, predict_first=predict_first)


def open_explorer(
    engine: Engine,
    sections: Sequence[Section] | None = None,
    *,
    gallery: Gallery | None = None,
    autosave: bool = True,
    predict_first: bool = False,
) -> Explorer:
    """Opens an explorer of an engine, framing as its pictures want it.

    Args:
        engine: the network.
        sections: what the page shows besides digit and answer; None for all that mnistviz has.
        gallery: see `Explorer`.
        autosave: see `explore`.
        predict_first: see `explore`.
    """
    kept = session.autosave_here(Explorer) if autosave else None
    explorer = Explorer(engine, is_familiar if engine is shipped_engine() else None, kept, sections, gallery)
    explorer.predict_first = predict_first
    if not engine.form.has_size_of_digit:
        explorer.frame_with(crop=False, scale=False, line=False, centre=False)
    return explorer
