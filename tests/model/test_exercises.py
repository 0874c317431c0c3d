"""Exercises about learning: Keras and TensorFlow find the same losses, gradients and steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, number_after, tables

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.parametrize("seed", SEEDS)


def gradient_of(value: Any, loss: Callable[[Any], Any]) -> Any:
    """The gradient of a loss with respect to a value, by TensorFlow."""
    variable = tf.Variable(value, dtype=tf.float64)
    with tf.GradientTape() as tape:
        result = loss(variable)
    return tape.gradient(result, variable).numpy()


def answer_of(question: str) -> tuple[list[int], Any, int]:
    """The classes, their probabilities, and the place of the right class."""
    labels = [int(label) for label in re.findall(r"^\| +(\d) \|", question, re.MULTILINE)]
    return labels, tables(question)[0].ravel(), labels.index(int(number_after("right class is", question)))


def test_loss(seed: int) -> None:
    exercise = Exercise("loss", seed=seed)
    labels, chances, right = answer_of(exercise.question)
    loss = keras.losses.categorical_crossentropy(np.eye(len(labels))[right], chances)
    assert exercise.check(float(loss))


def test_batch_loss(seed: int) -> None:
    """Of a batch with two classes, the first of which is the right one."""
    exercise = Exercise("batch-loss", seed=seed)
    chances = tables(exercise.question)[0].ravel()
    loss = keras.losses.CategoricalCrossentropy()(np.tile([1, 0], (len(chances), 1)), np.stack([chances, 1 - chances], axis=1))
    assert exercise.check(float(loss))


def test_gradient_step(seed: int) -> None:
    """A step of the optimizer SGD."""
    exercise = Exercise("gradient-step", seed=seed)
    weight, gradient, rate = (number_after(words, exercise.question) for words in ("weight is", "loss there is", "rate is"))
    variable = keras.Variable(weight)
    optimizer = keras.optimizers.SGD(learning_rate=rate)
    optimizer.apply([keras.ops.convert_to_tensor(gradient)], [variable])
    assert exercise.check(float(variable.numpy()))


def test_softmax_gradient(seed: int) -> None:
    exercise = Exercise("softmax-gradient", seed=seed)
    labels, chances, right = answer_of(exercise.question)
    target = np.eye(len(labels))[right]
    gradients = gradient_of(
        np.log(chances), lambda logits: keras.losses.categorical_crossentropy(target, logits, from_logits=True)
    )
    asked = labels.index(int(number_after("logit of class", exercise.question)))
    assert exercise.check(float(gradients[asked]))


def test_backprop_dense(seed: int) -> None:
    exercise = Exercise("backprop-dense", seed=seed)
    values, weights = tables(exercise.question)[0].T
    error = number_after("this sum is", exercise.question)
    gradients = gradient_of(weights, lambda kernel: error * tf.tensordot(values, kernel, 1))
    assert exercise.check(float(gradients[int(number_after("weight of input", exercise.question)) - 1]))


def test_backprop_relu(seed: int) -> None:
    exercise = Exercise("backprop-relu", seed=seed)
    values, gradients = tables(exercise.question)[0].T
    passed = gradient_of(values, lambda inputs: tf.tensordot(gradients, keras.ops.relu(inputs), 1))
    assert exercise.check(float(passed.sum()))


def test_attack(seed: int) -> None:
    """A step of epsilon in the direction of the sign of the gradient."""
    exercise = Exercise("attack", seed=seed)
    weights, epsilon = tables(exercise.question)[0].ravel(), number_after("darker or lighter by", exercise.question)
    ink = np.full(len(weights), 0.5)
    direction = np.sign(gradient_of(ink, lambda pixels: tf.tensordot(weights, pixels, 1)))
    assert exercise.check(float(weights @ (ink + epsilon * direction) - weights @ ink))
