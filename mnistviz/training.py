"""Trains the shipped network and writes the assets: `mnistviz train --mnist mnist.npz --pen pen_train.npz`.

The network is small, so it does not learn from labels but from a larger one, the teacher: from how sure that is of each class,
softened (Hinton, Vinyals and Dean 2015, "Distilling the knowledge in a neural network"). The stages, each of which leaves a file
in the folder of the work, are: render the pen digits, train the teacher, ask it, train the network, calibrate, write.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from mnistviz import assets
from mnistviz.calibration import expected_calibration_error, fit_temperature, fold_temperature
from mnistviz.cnn import activation_model, build_cnn, describe_layers
from mnistviz.data import as_digits, load_mnist
from mnistviz.engine import KerasEngine
from mnistviz.novelty import FILE as NOVELTY_FILE
from mnistviz.novelty import fit_novelty, save_novelty
from mnistviz.pen_data import load_pen
from mnistviz.training_digits import (
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
from mnistviz.training_options import TrainingOptions, add_options, claim_folder, options_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mnistviz.data import Mnist
    from mnistviz.engine import Engine
    from mnistviz.pen_data import PenDigits

Array = np.ndarray[Any, Any]

SOFTNESS = 4.0
"""Temperature at which the teacher's answers are learnt: at 1 they hardly differ from labels."""
RATE = 2e-3
"""Highest learning rate, from which a cosine falls to 0."""
EMA = 0.999
"""The weights kept are an average of about the last 1,000 steps (Polyak and Juditsky 1992), steadier than the last."""
BATCH = 128
STOPPED = 130
"""Exit code: what shells report of a program that Ctrl-C has ended."""
_NOVELTY_FORMS = 20_000  # rendered pen digits from which novelty learns that slashed zeros and their like are digits


def main(arguments: list[str] | None = None) -> int:
    """Trains from the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m mnistviz.training", description=(__doc__ or "").split("\n", 1)[0])
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
    save_novelty(options.output / NOVELTY_FILE, novelty_of(KerasEngine(student), mnist, pen, rendered))
    export(student, options.output)


def build_teacher() -> keras.Sequential:
    """A network of twelve times the arithmetic and three times the parameters that ends in logits; too slow to follow a pen."""
    network = keras.Sequential([keras.Input((28, 28, 1))], name="teacher")
    for width in (32, 64):
        for _ in range(2):
            for layer in (layers.Conv2D(width, 3, use_bias=False), layers.BatchNormalization(), layers.ReLU()):
                network.add(layer)
        for layer in (layers.MaxPooling2D(2), layers.Dropout(0.15)):
            network.add(layer)
    for layer in (layers.Flatten(), layers.Dense(256, activation="relu"), layers.Dropout(0.4), layers.Dense(10)):
        network.add(layer)
    return network


def fit(
    network: keras.Model,
    digits: LabelledDigits,
    validation: LabelledDigits,
    *,
    epochs: int,
    softness: float,
    kept: Path,
    seed: int,
) -> None:
    """Trains a network that ends in logits; afterwards it has the weights of its best epoch, judged by the validation digits.

    Args:
        network: takes (batch, 28, 28, 1), returns logits (batch, 10).
        digits: their labels are float32 (n, 10) here, the probabilities to be learnt at temperature `softness`.
        validation: labels 0..9.
        epochs: passes over the digits.
        softness: the temperature.
        kept: keeps the best weights (`.weights.h5`); beside it lies the state after the last epoch, with which a training
            that was stopped goes on.
        seed: of the order.

    Raises:
        KeyboardInterrupt: on Ctrl-C; `kept` has the best weights then, if an epoch was finished.
    """
    model = keras.Sequential([network, layers.Rescaling(1 / softness), layers.Softmax()])
    batches = _batches(digits, seed)
    schedule = keras.optimizers.schedules.CosineDecay(RATE, epochs * len(batches))
    model.compile(
        keras.optimizers.AdamW(schedule, weight_decay=1e-4, use_ema=True, ema_momentum=EMA),
        loss="categorical_crossentropy",
        metrics=[DigitAccuracy(name="accuracy")],
        jit_compile=False,  # on a processor it costs a sixth
    )
    checked = (as_digits(validation.images)[..., None], keras.utils.to_categorical(validation.labels, 10))
    best = None
    if kept.is_file():
        model.load_weights(kept, skip_mismatch=False)
        best = model.evaluate(*checked, batch_size=500, verbose=0)[1]
    callbacks = [
        keras.callbacks.BackupAndRestore(kept.parent / f"{kept.stem}-state"),  # before the swap: it goes on with the raw weights
        keras.callbacks.SwapEMAWeights(swap_on_epoch=True),
        keras.callbacks.ModelCheckpoint(
            kept, monitor="val_accuracy", save_best_only=True, save_weights_only=True, initial_value_threshold=best
        ),
    ]
    model.fit(
        batches,
        epochs=epochs,
        validation_data=checked,
        validation_batch_size=500,
        callbacks=callbacks,
        shuffle=False,  # the batches are shuffled
        verbose=1 if sys.stdout.isatty() else 2,
    )
    model.load_weights(kept)


class DigitAccuracy(keras.metrics.CategoricalAccuracy):  # type: ignore[misc]  # Keras has no types
    """The accuracy on digits. What is no digit, and so has the same target for all classes, does not count."""

    def update_state(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
        """See Keras; `sample_weight` is not used."""
        del sample_weight
        is_digit = keras.ops.max(y_true, axis=1) > keras.ops.min(y_true, axis=1)
        super().update_state(y_true, y_pred, keras.ops.cast(is_digit, "float32"))


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
    return fit_novelty(engine, np.concatenate(digits), np.concatenate(labels), validation)


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
        weights = folder / "teacher.weights.h5"
        fit(teacher, LabelledDigits(pool.images, targets), validation, epochs=options.teacher_epochs, softness=1, kept=weights,
            seed=options.seed)  # fmt: skip
        answers = np.empty_like(targets)
        report = _progress("asking the teacher")
        for start in range(0, len(targets), 2_000):
            part = slice(start, start + 2_000)
            logits = teacher.predict_on_batch(as_digits(pool.images[part])[..., None])
            answers[part] = keras.ops.softmax(logits / SOFTNESS)
            report(min(part.stop, len(targets)), len(targets))
        answers[~is_digit] = 0.1
        _save_whole(kept, lambda path: np.save(path, answers))
    answers: Array = np.load(kept, allow_pickle=False)
    return answers


def _student(options: TrainingOptions, folder: Path, digits: LabelledDigits, validation: LabelledDigits) -> keras.Sequential:
    keras.utils.set_random_seed(options.seed)
    student = build_cnn()
    kept = folder / "student.weights.h5"
    up_to_logits = keras.Sequential(student.layers[:-1])
    up_to_logits.build((None, 28, 28, 1))
    print(f"The network: {student.count_params():,} parameters, {len(digits.images):,} digits", flush=True)
    try:
        fit(up_to_logits, digits, validation, epochs=options.epochs, softness=SOFTNESS, kept=kept, seed=options.seed)
    except KeyboardInterrupt:
        if not kept.is_file():
            raise
        print("Stopped: the best weights so far are kept.", file=sys.stderr)
        keras.Sequential([up_to_logits, layers.Rescaling(1 / SOFTNESS), layers.Softmax()]).load_weights(kept)
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


def _batches(digits: LabelledDigits, seed: int) -> tf.data.Dataset:
    images, targets = tf.constant(digits.images), tf.constant(digits.labels)

    def gathered(index: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        return tf.cast(tf.gather(images, index), tf.float32)[..., None] / 255, tf.gather(targets, index)

    order = tf.data.Dataset.range(len(digits.images)).shuffle(len(digits.images), seed=seed)
    return order.batch(BATCH, drop_remainder=True).map(gathered).prefetch(8)


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
