"""Trains the shipped network and writes the assets: `mnistviz train --mnist mnist.npz --pen pen_train.npz`.

The stages, each of which leaves a file in the folder of the work: render the pen digits, train the teacher, ask it, train the
network; then calibrate it, report, and write the assets.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict
from typing import TYPE_CHECKING

import numpy as np

from mnistviz import assets
from mnistviz.data.digits import as_digits, load_mnist
from mnistviz.data.pen_digits import load_pen
from mnistviz.evaluation.calibration import expected_calibration_error, fit_temperature, fold_temperature
from mnistviz.explain.out_of_distribution import FILE as NOVELTY_FILE
from mnistviz.explain.out_of_distribution import fit_statistics, save_statistics
from mnistviz.network.engine import KerasEngine
from mnistviz.network.extras import importing_extra
from mnistviz.network.keras_model import activation_model, build_cnn, describe_layers
from mnistviz.training.shipped.digits import (
    NON_DIGIT,
    VALIDATION_DIGITS,
    LabelledDigits,
    framed_digits,
    joined,
    known_writers,
    mnist_part,
    pen_part,
    validation_digits,
)
from mnistviz.training.shipped.distillation import TEMPERATURE, Plan, build_teacher, fit, soft_answers
from mnistviz.training.shipped.options import TrainingOptions, add_options, claim_folder, options_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mnistviz.arrays import Array
    from mnistviz.data.digits import Mnist
    from mnistviz.data.pen_digits import PenDigits
    from mnistviz.network.engine import Engine

with importing_extra():
    import keras


STOPPED = 130
"""Exit code: what shells report of a program that Ctrl-C has ended."""
_NOVELTY_FORMS = 20_000  # rendered pen digits from which novelty learns that slashed zeros and their like are digits


def main(arguments: list[str] | None = None) -> int:
    """Trains from the command line; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m mnistviz.training.shipped.training", description=(__doc__ or "").split("\n", 1)[0]
    )
    add_options(parser)
    return train(parser.parse_args(arguments))


def train(parsed: argparse.Namespace) -> int:
    """Trains with parsed arguments; errors of the options and the data become a line on stderr and exit code 1."""
    try:
        run_training(options_of(parsed))
    except KeyboardInterrupt:
        print(f"Stopped. Go on with --resume: {parsed.folder} keeps the work.", file=sys.stderr)
        return STOPPED
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def run_training(options: TrainingOptions) -> None:
    """All stages. Ctrl-C while the network itself learns ends its training, and the best weights so far are written.

    Raises:
        KeyboardInterrupt: if it is stopped before there are such weights; `options.resume` goes on.
        ValueError: if the folder or the data are not what is required.
    """
    mnist, pen = load_mnist(options.mnist), load_pen(options.pen)
    folder = claim_folder(options)
    rendered = _rendered(options, folder)
    pool = joined(mnist_part(mnist, options.seed), rendered)
    validation = validation_digits(mnist, pen)
    answers = _answers(options, folder, pool, validation)
    student = _student(options, folder, LabelledDigits(pool.images, answers), validation)
    calibrate(student, validation)
    _report(student, mnist, pen)
    options.output.mkdir(parents=True, exist_ok=True)
    save_statistics(options.output / NOVELTY_FILE, novelty_of(KerasEngine(student), mnist, pen, rendered))
    export(student, options.output)


def calibrate(student: keras.Sequential, validation: LabelledDigits) -> None:
    """Makes the confidence a probability: the temperature fitted on the validation digits goes into the last layer's weights."""
    logits = keras.Sequential(student.layers[:-1]).predict(as_digits(validation.images)[..., None], batch_size=500, verbose=0)
    temperature = fit_temperature(logits, validation.labels)
    last = student.get_layer("logits")
    kernel, bias = last.get_weights()
    last.set_weights(fold_temperature(kernel, bias, temperature))
    print(f"temperature: {temperature:.3f}")


def novelty_of(engine: Engine, mnist: Mnist, pen: PenDigits, rendered: LabelledDigits) -> dict[str, Array]:
    """What the network's layers look like for digits, and what is so foreign that it is none (see `novelty.py`).

    Args:
        engine: the trained network.
        mnist: every second training digit is learnt from; the validation digits set the threshold.
        pen: the held-out writers set the threshold, the others are learnt from.
        rendered: its digits are learnt from, too.
    """
    known = known_writers(pen)
    forms = np.flatnonzero(rendered.labels != NON_DIGIT)[:_NOVELTY_FORMS]
    digits = [as_digits(mnist.images[:-VALIDATION_DIGITS:2]), framed_digits(known), as_digits(rendered.images[forms])]
    labels = [mnist.labels[:-VALIDATION_DIGITS:2], known.labels, rendered.labels[forms]]
    validation = as_digits(validation_digits(mnist, pen).images)
    return fit_statistics(engine, np.concatenate(digits), np.concatenate(labels), validation)


def export(model: keras.Sequential, folder: Path) -> None:
    """Writes `cnn.keras`, the LiteRT file of the multi-output submodel, the layers' description and the checksums."""
    fresh = build_cnn()  # without the optimizer's state
    fresh.set_weights(model.get_weights())
    fresh.save(folder / "cnn.keras")
    activation_model(fresh).export(folder / "cnn.tflite", format="litert", verbose=False)
    description = [asdict(layer) for layer in describe_layers(fresh)]
    (folder / "cnn.json").write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
    assets.write_checksums(folder)


def _rendered(options: TrainingOptions, folder: Path) -> LabelledDigits:
    kept = folder / "pen.npz"
    if not kept.is_file():
        report = _progress("rendering pen digits")
        part = pen_part(options.pen, options.pen_digits, options.non_digits, options.seed, report)
        _save_whole(kept, lambda path: np.savez(path, images=part.images, labels=part.labels))
    with np.load(kept, allow_pickle=False) as file:
        return LabelledDigits(file["images"], file["labels"])


def _answers(options: TrainingOptions, folder: Path, pool: LabelledDigits, validation: LabelledDigits) -> Array:
    """float32 (n, 10): the teacher's softened probabilities; the same for every class where there is no digit."""
    kept = folder / "answers.npy"
    is_digit = pool.labels != NON_DIGIT
    if not kept.is_file():
        keras.utils.set_random_seed(options.seed)
        teacher = build_teacher()
        targets = np.where(is_digit[:, None], np.eye(11, 10, dtype=np.float32)[pool.labels], np.float32(0.1))
        print(f"The teacher: {teacher.count_params():,} parameters, {len(targets):,} digits", flush=True)
        plan = Plan(options.teacher_epochs, softness=1, kept=folder / "teacher.weights.h5", seed=options.seed)
        fit(teacher, LabelledDigits(pool.images, targets), validation, plan)
        answers = soft_answers(teacher, pool.images, _progress("asking the teacher"))
        answers[~is_digit] = 0.1
        _save_whole(kept, lambda path: np.save(path, answers))
    kept_answers: Array = np.load(kept, allow_pickle=False)
    return kept_answers


def _student(options: TrainingOptions, folder: Path, digits: LabelledDigits, validation: LabelledDigits) -> keras.Sequential:
    keras.utils.set_random_seed(options.seed)
    student = build_cnn()
    up_to_logits = keras.Sequential(student.layers[:-1])
    up_to_logits.build((None, 28, 28, 1))
    print(f"The network: {student.count_params():,} parameters, {len(digits.images):,} digits", flush=True)
    plan = Plan(options.epochs, TEMPERATURE, kept=folder / "student.weights.h5", seed=options.seed)
    try:
        fit(up_to_logits, digits, validation, plan)
    except KeyboardInterrupt:
        if not plan.kept.is_file():
            raise
        print("Stopped: the best weights so far are kept.", file=sys.stderr)
    return student


def _report(student: keras.Sequential, mnist: Mnist, pen: PenDigits) -> None:
    """Prints accuracy and calibration. Nothing is chosen by these figures."""
    validation = validation_digits(mnist, pen)
    for name, images, labels in (
        ("validation digits of MNIST", validation.images[:VALIDATION_DIGITS], validation.labels[:VALIDATION_DIGITS]),
        ("pen writers held out", validation.images[VALIDATION_DIGITS:], validation.labels[VALIDATION_DIGITS:]),
        ("test digits of MNIST", mnist.test_images, mnist.test_labels),
    ):
        probabilities = student.predict(as_digits(images)[..., None], batch_size=500, verbose=0)
        accuracy = (probabilities.argmax(axis=1) == labels).mean()
        error = expected_calibration_error(probabilities, labels)
        print(f"{name}: accuracy {accuracy:.2%}, calibration error {error:.2%}")


def _progress(title: str) -> Callable[[int, int], None]:
    """Prints how much is done, and the time left, on one line of a terminal, or now and then into a file."""
    begin = last = time.monotonic()

    def report(done: int, whole: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done < whole and now - last < (0.2 if sys.stdout.isatty() else 20):
            return
        last = now
        left = (now - begin) * (whole - done) / done
        end = "\n" if done == whole or not sys.stdout.isatty() else "\r"
        print(f"{title}: {done:,} of {whole:,}, {left:.0f} s left   ", end=end, flush=True)

    return report


def _save_whole(path: Path, save: Callable[[Path], object]) -> None:
    """Saves under another name first, so that a file that is there is whole."""
    part = path.with_name("part-" + path.name)
    save(part)
    part.replace(path)


if __name__ == "__main__":
    sys.exit(main())
