"""Trains the shipped network and writes the assets: `mnistviz train --mnist mnist.npz --pen pen_train.npz`.

The stages: render the pen digits, train the teacher, ask it for its answers, train the network. Each leaves a file in the folder
that keeps the progress. Then the network is calibrated, its accuracy is printed, and the assets are written.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from mnistviz import assets
from mnistviz.data.digits import as_digits, load_mnist
from mnistviz.data.pen_digits import load_pen_digits
from mnistviz.evaluation.calibration import expected_calibration_error, fit_temperature, fold_temperature
from mnistviz.explain.out_of_distribution import FILE as STATISTICS_FILE
from mnistviz.explain.out_of_distribution import fit_statistics, save_statistics
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.extras import importing_extra
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.keras_layers import describe_layers
from mnistviz.network.keras_model import activation_model, build_cnn, load_model
from mnistviz.training.progress import print_progress
from mnistviz.training.shipped.digits import (
    NON_DIGIT,
    VALIDATION_DIGITS,
    LabelledDigits,
    augment_mnist,
    concatenate,
    frame_digits,
    render_pen_digits,
    select_training_writers,
    validation_digits,
)
from mnistviz.training.shipped.distillation import KEPT, RATE, RATE_FURTHER, TEMPERATURE, Plan, ask_teacher, build_teacher, fit
from mnistviz.training.shipped.options import prepare_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mnistviz.arrays import Array
    from mnistviz.data.digits import Mnist
    from mnistviz.data.pen_digits import PenDigits
    from mnistviz.network.engine import Engine
    from mnistviz.training.shipped.options import TrainingOptions

with importing_extra():
    import keras


_FORMS = 20_000
"""Number of rendered pen digits that teach the out-of-distribution score that rare forms, such as slashed zeros, are digits."""


def run_training(options: TrainingOptions) -> None:
    """Runs all stages. Ctrl-C while the network itself trains ends the training, and the best weights so far are written.

    Raises:
        KeyboardInterrupt: if Ctrl-C comes before there are such weights. `options.resume` continues.
        OSError, ValueError: if the folder or the data cannot be used.
    """
    mnist, pen = load_mnist(options.mnist), load_pen_digits(options.pen)
    others = [network_with(path) for path in options.also]  # now, so that an unreadable file does not end an hour of work
    folder = prepare_folder(options)
    rendered = _render(options, folder)
    pool = concatenate(augment_mnist(mnist, options.seed), rendered)
    validation = validation_digits(mnist, pen)
    answers = _ask_teacher(options, folder, pool, validation)
    keras.utils.set_random_seed(options.seed)
    student = build_cnn()
    if options.further:
        known = len(pool.images) - len(rendered.images)
        _remember(student, others, pool.images[:known], answers[:known])
    _train_student(student, options, LabelledDigits(pool.images, answers), validation)
    calibrate(student, validation)
    round_weights(student, validation)
    _print_accuracy(student, mnist, pen)
    options.output.mkdir(parents=True, exist_ok=True)
    statistics = fit_out_of_distribution(KerasEngine(student), mnist, pen, rendered)
    save_statistics(options.output / STATISTICS_FILE, statistics)
    export(student, options.output)
    print(text("digit-map-outdated"))


def network_with(weights: Path) -> keras.Sequential:
    """Returns the network with the weights of a Keras file. Its description of layers, which could hold code, is not read.

    Raises:
        ValueError: if the file does not hold the weights of such a network.
    """
    network = build_cnn()
    try:
        network.load_weights(weights)
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ValueError(text("training-no-such-weights", file=str(weights))) from error
    return network


def calibrate(student: keras.Sequential, validation: LabelledDigits) -> None:
    """Calibrates the confidence: fits a temperature on the validation digits, and folds it into the last layer's weights."""
    logits = _up_to_logits(student).predict(as_digits(validation.images)[..., None], batch_size=500, verbose=0)
    temperature = fit_temperature(logits, validation.labels)
    _fold(student, temperature)
    print(text("fitted-temperature", temperature=formatted(temperature, ".3f")))


def round_weights(student: keras.Sequential, validation: LabelledDigits) -> None:
    """Rounds the weights to values that float16 has, unless fewer validation digits are read then.

    They stay float32, but their last bits are 0, which compresses well: exported pages are nearly a quarter smaller.
    """
    exact, digits = student.get_weights(), as_digits(validation.images)[..., None]
    right = _count_right(student, digits, validation.labels)
    student.set_weights([weights.astype(np.float16).astype(np.float32) for weights in exact])
    if _count_right(student, digits, validation.labels) < right:
        student.set_weights(exact)


def fit_out_of_distribution(engine: Engine, mnist: Mnist, pen: PenDigits, rendered: LabelledDigits) -> dict[str, Array]:
    """Fits the statistics behind the out-of-distribution score (see `explain.out_of_distribution`).

    Args:
        engine: runs the trained network.
        mnist: every second training digit is used; the validation digits set the threshold.
        pen: the training writers are used; the held-out writers set the threshold.
        rendered: its first digits are used, too.
    """
    known = select_training_writers(pen)
    forms = np.flatnonzero(rendered.labels != NON_DIGIT)[:_FORMS]
    digits = [as_digits(mnist.images[:-VALIDATION_DIGITS:2]), frame_digits(known), as_digits(rendered.images[forms])]
    labels = [mnist.labels[:-VALIDATION_DIGITS:2], known.labels, rendered.labels[forms]]
    validation = as_digits(validation_digits(mnist, pen).images)
    return fit_statistics(engine, np.concatenate(digits), np.concatenate(labels), validation)


def export(model: keras.Sequential, folder: Path) -> None:
    """Writes `cnn.keras`, the LiteRT file of the multi-output submodel, the description of the layers, and the checksums."""
    fresh = build_cnn()  # without the optimizer's state
    fresh.set_weights(model.get_weights())
    fresh.save(folder / "cnn.keras")
    activation_model(fresh).export(folder / "cnn.tflite", format="litert", verbose=False)
    description = [asdict(layer) for layer in describe_layers(fresh)]
    (folder / "cnn.json").write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
    assets.write_checksums(folder)


def _render(options: TrainingOptions, folder: Path) -> LabelledDigits:
    path = folder / "pen.npz"
    if not path.is_file():
        report = print_progress("rendering-pen-digits")
        part = render_pen_digits(options.pen, options.pen_digits, options.non_digits, options.seed, report)
        _save_whole(path, lambda part_path: np.savez(part_path, images=part.images, labels=part.labels))
    with np.load(path, allow_pickle=False) as file:
        return LabelledDigits(file["images"], file["labels"])


def _ask_teacher(options: TrainingOptions, folder: Path, pool: LabelledDigits, validation: LabelledDigits) -> Array:
    """Returns the teacher's softened probabilities, float32 (n, 10). Those of non-digits are all 0.1."""
    path = folder / "answers.npy"
    is_digit = pool.labels != NON_DIGIT
    if not path.is_file():
        keras.utils.set_random_seed(options.seed)
        teacher = build_teacher()
        targets = np.where(is_digit[:, None], np.eye(11, 10, dtype=np.float32)[pool.labels], np.float32(0.1))
        print(text("training-teacher", parameters=teacher.count_params(), digits=len(targets)), flush=True)
        plan = Plan(options.teacher_epochs, temperature=1, weights=folder / "teacher.weights.h5", seed=options.seed)
        fit(teacher, LabelledDigits(pool.images, targets), validation, plan)
        new = ask_teacher(teacher, pool.images, print_progress("asking-teacher"))
        new[~is_digit] = 0.1
        _save_whole(path, lambda part_path: np.save(part_path, new))
    answers: Array = np.load(path, allow_pickle=False)
    return answers


def _remember(student: keras.Sequential, others: Sequence[keras.Sequential], images: Array, answers: Array) -> None:
    """Gives a network the shipped weights, and averages its answers on MNIST with the teacher's and those of other networks.

    So it keeps what it knows while it learns other digits (Li and Hoiem 2016, "Learning without forgetting"), and learns what
    several networks agree on, who err less than one (Hinton, Vinyals and Dean 2015). The average is that of logits.

    Args:
        student: gets the weights.
        others: networks like it; their last weights are changed.
        images: uint8 (n, 28, 28), MNIST's digits.
        answers: float32 (n, 10), the teacher's answers, which are replaced.
    """
    student.set_weights(load_model().get_weights())
    mean = np.log(answers)
    for network in (student, *others):
        _soften(network, images, answers)
        mean += np.log(ask_teacher(_up_to_logits(network), images, print_progress("asking-network")))
    answers[:] = keras.ops.softmax(mean / (2 + len(others)))
    _soften(student, images, answers)


def _soften(network: keras.Sequential, images: Array, answers: Array) -> None:
    """Makes a network's logits, which may be calibrated, as soft as `answers` are at `TEMPERATURE`."""
    few = as_digits(images[:VALIDATION_DIGITS])[..., None]
    logits = _up_to_logits(network).predict(few, batch_size=500, verbose=0)
    _fold(network, fit_temperature(logits / TEMPERATURE, answers[:VALIDATION_DIGITS]))


def _train_student(
    student: keras.Sequential, options: TrainingOptions, digits: LabelledDigits, validation: LabelledDigits
) -> None:
    print(text("training-network", parameters=student.count_params(), digits=len(digits.images)), flush=True)
    rate = RATE_FURTHER if options.further else RATE
    plan = Plan(options.epochs, TEMPERATURE, weights=options.folder / "student.weights.h5", seed=options.seed, rate=rate)
    before = student.get_weights()
    try:
        fit(_up_to_logits(student), digits, validation, plan)
    except KeyboardInterrupt:
        if not plan.weights.is_file():
            raise
        print(text("training-stopped-with-weights"), file=sys.stderr)
    if options.further:
        pairs = zip(before, student.get_weights(), strict=True)
        student.set_weights([KEPT * old + (1 - KEPT) * new for old, new in pairs])


def _fold(network: keras.Sequential, temperature: float) -> None:
    last = network.get_layer("logits")
    kernel, bias = last.get_weights()
    last.set_weights(fold_temperature(kernel, bias, temperature))


def _up_to_logits(network: keras.Sequential) -> keras.Sequential:
    """Returns a network without its softmax. It shares the weights."""
    part = keras.Sequential(network.layers[:-1])
    part.build((None, 28, 28, 1))
    return part


def _count_right(network: keras.Sequential, digits: Array, labels: Array) -> int:
    return int((network.predict(digits, batch_size=500, verbose=0).argmax(axis=1) == labels).sum())


def _print_accuracy(student: keras.Sequential, mnist: Mnist, pen: PenDigits) -> None:
    """Prints accuracy and calibration error. They are not used to choose anything."""
    validation = validation_digits(mnist, pen)
    for key, images, labels in (
        ("accuracy-on-validation-digits", validation.images[:VALIDATION_DIGITS], validation.labels[:VALIDATION_DIGITS]),
        ("accuracy-on-held-out-writers", validation.images[VALIDATION_DIGITS:], validation.labels[VALIDATION_DIGITS:]),
        ("accuracy-on-test-digits", mnist.test_images, mnist.test_labels),
    ):
        probabilities = student.predict(as_digits(images)[..., None], batch_size=500, verbose=0)
        accuracy = (probabilities.argmax(axis=1) == labels).mean()
        error = expected_calibration_error(probabilities, labels)
        print(text(key, accuracy=formatted(accuracy, ".2%"), error=formatted(error, ".2%")))


def _save_whole(path: Path, save: Callable[[Path], object]) -> None:
    """Saves under another name first, so that an existing file is always complete."""
    part = path.with_name("part-" + path.name)
    save(part)
    part.replace(path)
