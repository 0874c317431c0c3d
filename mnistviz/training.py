"""Trains the shipped network and writes the assets: `python -m mnistviz.training --mnist mnist.npz --pen pen_train.npz`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from mnistviz import assets
from mnistviz.cnn import activation_model, build_cnn, describe_layers
from mnistviz.data import as_digits, load_mnist
from mnistviz.engine import KerasEngine
from mnistviz.novelty import FILE as NOVELTY_FILE
from mnistviz.novelty import fit_novelty, save_novelty
from mnistviz.pen_data import HELD_OUT_WRITERS, PenDigits, load_pen
from mnistviz.pictures import read_digit

if TYPE_CHECKING:
    from mnistviz.data import Mnist
    from mnistviz.engine import Engine

VALIDATION_DIGITS = 5_000
"""The last digits of the training split: they choose, they are never trained on. The test split only reports."""


def main(arguments: list[str] | None = None) -> None:
    """Trains from the command line, reports the accuracies, and writes the assets."""
    parser = argparse.ArgumentParser(prog="python -m mnistviz.training", description=__doc__)
    parser.add_argument("--mnist", type=Path, required=True, help="mnist.npz, as keras.datasets.mnist keeps it")
    parser.add_argument("--pen", type=Path, required=True, help="pen digits, which tell what a digit may look like")
    parser.add_argument("--output", type=Path, default=Path(assets.__file__).parent, help="folder of the assets")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)

    mnist, pen = load_mnist(options.mnist), load_pen(options.pen)
    images, labels = as_digits(mnist.images)[..., None], mnist.labels
    test_images, test_labels = as_digits(mnist.test_images)[..., None], mnist.test_labels
    model = train(images, labels, epochs=options.epochs, seed=options.seed)
    for name, digits, truth in (
        ("validation", images[-VALIDATION_DIGITS:], labels[-VALIDATION_DIGITS:]),
        ("test", test_images, test_labels),
    ):
        accuracy = (model.predict(digits, batch_size=500, verbose=0).argmax(1) == truth).mean()
        print(f"{name} accuracy: {accuracy:.2%}")
    save_novelty(options.output / NOVELTY_FILE, novelty_of(KerasEngine(model), mnist, pen))
    export(model, options.output)


def train(images: np.ndarray[Any, Any], labels: np.ndarray[Any, Any], *, epochs: int, seed: int) -> keras.Sequential:
    """Trains the network on all digits but the last `VALIDATION_DIGITS`.

    Half of the digits are slightly distorted anew in every epoch; the weights returned are the exponential moving
    average of the last steps (Polyak and Juditsky 1992), which is steadier than the last step's.

    Args:
        images: float32 (n, 28, 28, 1), 0 paper to 1 ink.
        labels: uint8 (n,), 0..9.
        epochs: passes over the data.
        seed: of the initial weights, the order of the digits and the distortions.
    """
    keras.utils.set_random_seed(seed)
    split = len(images) - VALIDATION_DIGITS
    distort = keras.Sequential(
        [
            layers.RandomRotation(0.03, fill_mode="constant"),
            layers.RandomShear(0.1, 0.0, fill_mode="constant"),
            layers.RandomZoom((-0.12, 0.12), (-0.12, 0.12), fill_mode="constant"),
            layers.RandomTranslation(0.04, 0.04, fill_mode="constant"),
        ]
    )

    def distort_half(batch: tf.Tensor, truth: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        half = tf.shape(batch)[0] // 2
        return tf.concat([distort(batch[:half], training=True), batch[half:]], 0), truth

    batches = (
        tf.data.Dataset.from_tensor_slices((images[:split], labels[:split]))
        .shuffle(split, seed=seed)
        .batch(128, drop_remainder=True)
        .map(distort_half, num_parallel_calls=1)
        .prefetch(4)
    )
    model = build_cnn()
    schedule = keras.optimizers.schedules.CosineDecay(2e-3, epochs * len(batches))
    model.compile(
        keras.optimizers.AdamW(schedule, weight_decay=1e-4, use_ema=True, ema_momentum=0.999),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    validation = (images[split:], labels[split:])
    model.fit(batches, epochs=epochs, validation_data=validation, validation_batch_size=500, shuffle=False, verbose=2)
    model.optimizer.finalize_variable_values(model.trainable_variables)
    return model


def novelty_of(engine: Engine, mnist: Mnist, pen: PenDigits) -> dict[str, np.ndarray[Any, Any]]:
    """What the network's layers look like for digits, and what is so foreign that it is none (see `novelty.py`).

    Args:
        engine: the trained network.
        mnist: every second training digit is learnt from; the validation digits set the threshold.
        pen: the held-out writers set the threshold, the others are learnt from.
    """
    held_out = pen.by(HELD_OUT_WRITERS)
    known = pen.by(tuple(set(pen.writers.tolist()) - set(HELD_OUT_WRITERS)))
    digits = np.concatenate([as_digits(mnist.images[:-VALIDATION_DIGITS:2]), _framed(known)])
    labels = np.concatenate([mnist.labels[:-VALIDATION_DIGITS:2], known.labels])
    validation = np.concatenate([as_digits(mnist.images[-VALIDATION_DIGITS:]), _framed(held_out)])
    return fit_novelty(engine, digits, labels, validation)


def export(model: keras.Sequential, folder: Path) -> None:
    """Writes `cnn.keras`, the LiteRT file of the multi-output submodel, the layers' description and the checksums."""
    fresh = build_cnn()  # without the optimizer's state
    fresh.set_weights(model.get_weights())
    fresh.save(folder / "cnn.keras")
    activation_model(fresh).export(folder / "cnn.tflite", format="litert", verbose=False)
    description = [asdict(layer) for layer in describe_layers(fresh)]
    (folder / "cnn.json").write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
    assets.write_checksums(folder)


def _framed(pen: PenDigits) -> np.ndarray[Any, Any]:
    return np.stack([read_digit(drawing) for drawing in pen.drawings])


if __name__ == "__main__":
    main()
