"""Trains the ink finder and writes it: `mnistviz train --network ink --mnist mnist.npz`.

It sees made pictures only: the lines of MNIST's training digits and the project's own strokes, on generated pages.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mnistviz.assets import write_checksums
from mnistviz.data.digits import load_mnist
from mnistviz.locale import text
from mnistviz.network.extras import importing_extra
from mnistviz.reading.ink.finder import FILE
from mnistviz.training.ink_finder.network import build_ink_finder
from mnistviz.training.ink_finder.pictures import Examples, render_examples
from mnistviz.training.progress import print_progress
from mnistviz.training.shipped.digits import VALIDATION_DIGITS

if TYPE_CHECKING:
    from mnistviz.training.ink_finder.options import InkOptions

with importing_extra():
    import keras
    import tensorflow as tf

BATCH = 32
RATE = 4e-3
"""The learning rate at the start. It follows a cosine down to 0."""
VALIDATION_SHARE = 0.05
"""Share of the pictures that are not trained on. They choose nothing: their loss is printed."""
DICE_WEIGHT = 0.3
"""Weight of the soft Dice loss beside the cross entropy."""
_DICE_CELLS = 8  # added to both sides of the Dice coefficient, so that a few cells on blank paper cost little


def run_training(options: InkOptions) -> None:
    """Renders the pictures, trains the ink finder, and writes the LiteRT file and the checksums.

    Raises:
        KeyboardInterrupt: on Ctrl-C. Nothing is written then.
        OSError, ValueError: if MNIST cannot be read or has too few digits, or the folder cannot be written.
    """
    digits = load_mnist(options.mnist).images
    if len(digits) <= VALIDATION_DIGITS:
        raise ValueError(text("too-few-training-digits", count=len(digits), least=VALIDATION_DIGITS + 1))
    options.output.mkdir(parents=True, exist_ok=True)  # now: an error after half an hour would come late
    report = print_progress("rendering-pictures")
    examples = render_examples(digits[:-VALIDATION_DIGITS], options.pictures, options.seed, options.processes, report)
    network = train(examples, options.epochs, options.seed)
    export(network, options.output)


def train(examples: Examples, epochs: int, seed: int) -> keras.Model:
    """Trains a new ink finder and prints the loss of every epoch.

    Args:
        examples: 40 or more, of which the first twentieth validates.
        epochs: passes over the others, each time turned by quarters and mirrored at random.
        seed: of the weights, the order and the turns.
    """
    keras.utils.set_random_seed(seed)
    network = build_ink_finder()
    kept = int(len(examples.seen) * VALIDATION_SHARE)
    validation = _batches(Examples(*(part[:kept] for part in examples)))
    batches = _random_batches(Examples(*(part[kept:] for part in examples)), seed)
    schedule = keras.optimizers.schedules.CosineDecay(RATE, epochs * len(batches))
    optimizer = keras.optimizers.AdamW(schedule, weight_decay=1e-4)
    network.compile(optimizer, ink_loss, jit_compile=False)  # compiled steps are slower by half on a CPU
    print(text("training-ink-finder", parameters=network.count_params(), pictures=len(examples.seen) - kept), flush=True)
    network.fit(
        batches,
        epochs=epochs,
        validation_data=validation,
        shuffle=False,  # `_random_batches` shuffles
        verbose=1 if sys.stdout.isatty() else 2,
    )
    return network


def ink_loss(wanted: tf.Tensor, found: tf.Tensor) -> tf.Tensor:
    """Returns the cross entropy plus the soft Dice loss: most cells are paper, and a thin line must count all the same.

    Source of the soft Dice loss: Milletari, Navab and Ahmadi 2016, "V-Net: fully convolutional neural networks for volumetric
    medical image segmentation". Here with sums in place of sums of squares.

    Args:
        wanted: 1 ink or 0 paper, float32 (batch, rows, columns, 1).
        found: the probability of ink, of the same shape.
    """
    entropy = tf.reduce_mean(keras.losses.binary_crossentropy(wanted, found))
    both = tf.reduce_sum(wanted * found, axis=(1, 2, 3))
    either = tf.reduce_sum(wanted, axis=(1, 2, 3)) + tf.reduce_sum(found, axis=(1, 2, 3))
    return entropy + DICE_WEIGHT * tf.reduce_mean(1 - (2 * both + _DICE_CELLS) / (either + _DICE_CELLS))


def export(network: keras.Model, folder: Path) -> None:
    """Writes the LiteRT file and the checksums. An older file stays intact until the new one is complete."""
    with TemporaryDirectory(dir=folder) as unfinished:
        path = Path(unfinished) / FILE
        network.export(path, format="litert", verbose=False)
        path.replace(folder / FILE)
    write_checksums(folder)


def _batches(examples: Examples) -> tf.data.Dataset:
    return tf.data.Dataset.from_tensor_slices((examples.seen, examples.ink)).batch(BATCH).map(_as_floats)


def _random_batches(examples: Examples, seed: int) -> tf.data.Dataset:
    """Returns whole batches in random order. Only numbers are shuffled: pictures in a buffer would take memory twice."""
    seen, ink = tf.constant(examples.seen), tf.constant(examples.ink)

    def pick(at: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        return _turn(*_as_floats(seen[at], ink[at]))

    order = tf.data.Dataset.range(len(examples.seen)).shuffle(len(examples.seen), seed=seed)
    return order.map(pick).batch(BATCH, drop_remainder=True).prefetch(2)


def _as_floats(seen: tf.Tensor, ink: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    return tf.cast(seen, tf.float32) / 255, tf.cast(ink, tf.float32)[..., None] / 255


def _turn(seen: tf.Tensor, ink: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    """Mirrors and turns one picture by quarters, at random: ink stays ink."""
    both = tf.concat([seen, ink], axis=-1)
    both = tf.image.rot90(tf.image.random_flip_left_right(both), tf.random.uniform((), 0, 4, tf.int32))
    return both[..., :3], both[..., 3:]
