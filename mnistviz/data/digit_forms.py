"""Forms of digits that a data set may lack: slashed, crossed, wavy, flagged, footed, open, hooked, narrow, or in two strokes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.data.digit_templates import NARROW_TEMPLATES, TEMPLATES
from mnistviz.data.pen_styles import Strokes, normalize, sample_curve, write_template

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mnistviz.arrays import Array

    Writer = Callable[[np.random.Generator], Strokes]


class Form(NamedTuple):
    """A form of a digit.

    Attributes:
        label: 0..9.
        write: writes it.
        is_narrow: whether a wide line, or more squeezing, would fill its loops or gaps.
    """

    label: int
    write: Writer
    is_narrow: bool = False


def slash_zero(zero: Sequence[Array], generator: np.random.Generator) -> Strokes:
    """Adds a stroke to a zero, from the lower left to the upper right or, rarely, from the upper left to the lower right."""
    inside = normalize(zero)
    points = np.concatenate(inside)
    width, height = np.ptp(points, axis=0) / 2
    reach = generator.uniform(0.5, 1.25)
    angle = generator.uniform(0.6, 1.0)
    end = np.array([width * reach, -height * reach * angle])
    if generator.random() < 0.15:
        end[0] = -end[0]
    slash = np.linspace(-end, end, 12) + points.mean(axis=0) + generator.normal(0, 0.03, 2)
    return [*inside, slash if generator.random() < 0.5 else slash[::-1]]


def cross_seven(seven: Sequence[Array], generator: np.random.Generator) -> Strokes:
    """Adds a bar to the stem of a seven with one stroke."""
    inside = normalize(seven)
    points = np.concatenate(inside)
    height = generator.uniform(0.35, 0.65)
    top, low = points[:, 1].min(), points[:, 1].max()
    y = top + height * (low - top)
    x = points[np.abs(points[:, 1] - y).argmin(), 0]
    half = generator.uniform(0.12, 0.3)
    tilt = generator.normal(0, 0.05)
    return [*inside, np.linspace([x - half, y + tilt], [x + half, y - tilt], 8)]


def write_one(generator: np.random.Generator) -> Strokes:
    """Writes a one: bare, flagged, footed, or both."""
    flag, foot = generator.random() < 0.7, generator.random() < 0.5
    lean = generator.normal(0, 0.05)
    top, bottom = np.array([lean, -0.5]), np.array([-lean, 0.5])
    stem = np.linspace(top, bottom, 20)
    strokes = [stem]
    if flag:
        length = generator.uniform(0.12, 0.6)
        angle = generator.uniform(0.45 + 1.6 * max(0, length - 0.2), 1.25)  # a long flat flag would make it a seven
        tip = top + length * np.array([-np.cos(angle), np.sin(angle)])
        bend = generator.normal(0, 0.02)
        middle = (tip + top) / 2 + bend
        strokes = [np.concatenate([sample_curve(tip, middle, top, 8), stem])]
    if foot:
        left, right = generator.uniform(0.1, 0.36, 2)
        y = 0.5 + generator.normal(0, 0.012)
        tilt = generator.normal(0, 0.02)
        bar = np.linspace([bottom[0] - left, y + tilt], [bottom[0] + right, y - tilt], 10)
        strokes = [*strokes, bar if generator.random() < 0.8 else bar[::-1]]
    return strokes


def write_four(generator: np.random.Generator) -> Strokes:
    """Writes a four: open or closed, with two strokes."""
    height, bar = generator.uniform(0.05, 0.3), generator.uniform(0.15, 0.4)
    stem_x = generator.uniform(0.0, 0.22)
    closed = generator.random() < 0.5
    apex = np.array([stem_x + (0.0 if closed else -generator.uniform(0.12, 0.35)), -0.5])
    corner = np.array([-0.38, height])
    end = np.array([stem_x + bar * 0.8, height + generator.normal(0, 0.02)])
    angle = np.concatenate([np.linspace(apex, corner, 14), np.linspace(corner, end, 12)])
    stem_top = apex if closed else np.array([stem_x, generator.uniform(-0.5, -0.1)])
    stem = np.linspace(stem_top, [stem_x + generator.normal(0, 0.04), 0.5], 16)
    return [angle, stem]


def write_nine(generator: np.random.Generator) -> Strokes:
    """Writes a nine with a straight, slanting or hooked leg."""
    radius, squeeze = generator.uniform(0.2, 0.28), generator.uniform(0.8, 1.2)
    turn = np.linspace(-0.35, -2 * np.pi + generator.uniform(-0.3, 0.1), 26)
    loop = np.stack([radius * squeeze * np.cos(turn), -0.5 + radius + radius * np.sin(turn)], axis=1)
    begin = loop[-1]
    hook = generator.choice([0.0, 0.1, 0.35, 0.5])
    foot = np.array([begin[0] - generator.uniform(0.0, 0.2), 0.5])
    leg = np.linspace(begin, foot, 14)
    if hook:
        bend, tip = foot + np.array([-hook / 2, 0.06]), foot - np.array([hook, 0.1])
        leg = np.concatenate([sample_curve(begin, begin + np.array([0.03, 0.5]), foot, 16), sample_curve(foot, bend, tip, 8)])
    return [np.concatenate([loop, leg])]


def write_wavy_seven(generator: np.random.Generator) -> Strokes:
    """Writes a seven with a wavy or zigzag top and a bar across the lower half of its stem."""
    wave, width = generator.uniform(0.08, 0.4), generator.uniform(0.45, 0.8)
    left = -width / 2
    begin = np.array([left, -0.5 + min(0.42, wave * generator.uniform(0.6, 1.3))])
    crest = np.array([left + width * generator.uniform(0.15, 0.3), -0.5 + generator.uniform(0, 0.06)])
    trough = np.array([left + width * generator.uniform(0.4, 0.6), -0.5 + wave])
    corner = np.array([width / 2, -0.5 + generator.uniform(0, 0.06)])
    end = np.array([width / 2 - generator.uniform(0.02, 0.35), 0.5])
    if generator.random() < 0.6:
        top = np.concatenate([np.linspace(a, b, 8) for a, b in ((begin, crest), (crest, trough), (trough, corner))])
    else:
        top = np.concatenate([sample_curve(begin, 2 * crest - (begin + trough) / 2, trough, 14), np.linspace(trough, corner, 8)])
    stem = np.linspace(corner, end, 20)
    centre = corner + (end - corner) * generator.uniform(0.58, 0.72)
    left_half, right_half = generator.uniform(0.14, 0.28, 2)
    tilt = generator.normal(0, 0.03)
    return [np.concatenate([top, stem]), np.linspace(np.add(centre, (-left_half, tilt)), np.add(centre, (right_half, -tilt)), 10)]


def write_long_flag_one(generator: np.random.Generator) -> Strokes:
    """Writes a one whose steep upstroke is about as long as its stem, with or without a foot line."""
    foot = generator.random() < 0.4
    lean = generator.uniform(0, 0.15)
    top, bottom = np.array([lean, -0.5]), np.array([-lean, 0.5])
    angle = generator.uniform(0.72, 1.05)
    length = min(generator.uniform(0.7, 1.05), (0.7 if foot else 0.9) / np.sin(angle))
    tip = top + length * np.array([-np.cos(angle), np.sin(angle)])
    middle = (tip + top) / 2 + generator.normal(0, 0.03, 2)
    stroke = np.concatenate([sample_curve(tip, middle, top, 16), np.linspace(top, bottom, 20)])
    if not foot:
        return [stroke]
    left, right = generator.uniform(0.15, 0.4, 2)
    tilt = generator.normal(0, 0.02)
    return [stroke, np.linspace(np.add(bottom, (-left, tilt)), np.add(bottom, (right, -tilt)), 10)]


def write_hooked_seven(generator: np.random.Generator) -> Strokes:
    """Writes a narrow seven that bends over its top in a round hook and has a long, nearly upright stem."""
    width = generator.uniform(0.27, 0.45)
    tip = np.array([-width / 2, -0.5 + generator.uniform(0.08, 0.26)])
    left = np.array([-width / 2 + generator.uniform(0, 0.04), -0.5 - generator.uniform(0, 0.06)])
    crest = np.array([generator.uniform(-0.05, 0.04), -0.5])
    right = np.array([width / 2 + generator.uniform(0, 0.06), -0.5])
    shoulder = np.array([width / 2, -0.5 + generator.uniform(0.14, 0.3)])
    foot = np.array([width / 2 - generator.uniform(-0.06, 0.2), 0.5])
    bend = (shoulder + foot) / 2 + [generator.uniform(-0.02, 0.06), 0]
    hook = np.concatenate([sample_curve(tip, left, crest, 10), sample_curve(crest, right, shoulder, 12)])
    return [np.concatenate([hook, sample_curve(shoulder, bend, foot, 18)])]


def write_small_nine(generator: np.random.Generator) -> Strokes:
    """Writes a nine with a small loop at the top of a long stem."""
    radius, squeeze = generator.uniform(0.11, 0.18), generator.uniform(0.75, 1.2)
    turn = np.linspace(-0.35, -2 * np.pi + generator.uniform(-0.4, 0.1), 26)
    ring = np.stack([radius * squeeze * np.cos(turn), -0.5 + radius + radius * np.sin(turn)], axis=1)
    foot = np.array([ring[-1, 0] - generator.uniform(-0.08, 0.22), 0.5])
    bend = (ring[-1] + foot) / 2 + [generator.uniform(0, 0.06), 0]
    return [np.concatenate([ring, sample_curve(ring[-1], bend, foot, 20)])]


def write_hooked_nine(generator: np.random.Generator) -> Strokes:
    """Writes a nine like a g: its stem swings back to the left in a wide hook."""
    radius, squeeze = generator.uniform(0.19, 0.26), generator.uniform(0.8, 1.25)
    turn = np.linspace(-0.35, -2 * np.pi + generator.uniform(-0.3, 0.1), 26)
    ring = np.stack([radius * squeeze * np.cos(turn), -0.5 + radius + radius * np.sin(turn)], axis=1)
    begin = ring[-1]
    foot = np.array([generator.uniform(-0.05, 0.18), 0.5])
    belly = np.array([begin[0] + generator.uniform(0, 0.25), generator.uniform(0.2, 0.5)])
    tip = np.array([-generator.uniform(0.25, 0.5), 0.5 - generator.uniform(0, 0.22)])  # lower, or the hook would close to an 8
    bend = np.array([(foot[0] + tip[0]) / 2, 0.53])
    stem, hook = sample_curve(begin, belly, foot, 18), sample_curve(foot, bend, tip, 12)
    return [np.concatenate([ring, stem, hook])]


def write_open_four(generator: np.random.Generator) -> Strokes:
    """Writes a four like an h: open, with a long stem at the right and no bar beyond it, with one stroke or two."""
    x, height = generator.uniform(0.12, 0.28), generator.uniform(-0.06, 0.22)
    corner = np.array([-generator.uniform(0.2, 0.32), height])
    apex = np.array([corner[0] + generator.uniform(0, 0.16), -0.5])
    joint = np.array([x, height - generator.uniform(0, 0.06)])
    bend = (corner + joint) / 2 + [0, generator.uniform(-0.08, 0.04)]
    arm = np.concatenate([np.linspace(apex, corner, 14), sample_curve(corner, bend, joint, 10)])
    foot = np.array([x + generator.normal(0, 0.04), 0.5])
    if height < 0.08 and generator.random() < 0.5:
        return [np.concatenate([arm, np.linspace(joint, foot, 14)])]
    top = np.array([x + generator.normal(0, 0.03), joint[1] - generator.uniform(0.12, 0.34)])
    return [arm, np.concatenate([np.linspace(top, joint, 8), np.linspace(joint, foot, 14)])]


def write_crossed_eight(generator: np.random.Generator) -> Strokes:
    """Writes an eight as an upright infinity sign, which begins anywhere on its path."""
    turn = generator.uniform(0, 2 * np.pi) + np.linspace(0, 2 * np.pi * generator.uniform(0.97, 1.06), 48)
    width, low = generator.uniform(0.22, 0.34), generator.uniform(-0.1, 0.06)
    path = np.stack([width * np.sin(2 * turn), 0.5 * np.cos(turn) + low * np.sin(turn) ** 2], axis=1)
    return [path * [generator.choice([-1, 1]), 1]]


def write_two_loop_eight(generator: np.random.Generator) -> Strokes:
    """Writes an eight as two separate loops that touch, the upper one above the lower one or a little beside it."""
    share = generator.uniform(0.37, 0.52)  # of the height, for the upper loop
    strokes = []
    for height, middle in ((share, -0.5 + share / 2), (1 - share, 0.5 - (1 - share) / 2)):
        begin = generator.uniform(0, 2 * np.pi)
        turn = generator.choice([-1, 1]) * np.linspace(begin, begin + 2 * np.pi * generator.uniform(0.98, 1.06), 26)
        strokes.append(height / 2 * np.stack([generator.uniform(0.9, 1.2) * np.cos(turn), np.sin(turn)], axis=1) + [0, middle])
    strokes[0] = strokes[0] + [generator.uniform(-0.1, 0.12), generator.uniform(0, 0.03)]
    return strokes


def write_narrow_zero(generator: np.random.Generator) -> Strokes:
    """Writes a zero three to four times as tall as wide."""
    return _narrow([_ellipse(generator)], generator)


def write_narrow_eight(generator: np.random.Generator) -> Strokes:
    """Writes an eight three to four times as tall as wide."""
    return _narrow(write_crossed_eight(generator), generator)


def missing_forms(by_class: Sequence[Sequence[Strokes]]) -> list[Form]:
    """Returns the forms that data may lack. The hardest to learn appear several times.

    Args:
        by_class: drawings to start from, for each class 0..9.
    """

    def pick(label: int, generator: np.random.Generator) -> Strokes:
        return by_class[label][int(generator.integers(len(by_class[label])))]

    def template_writer(template: str) -> Writer:
        return lambda generator: write_template(template, generator)

    return [
        *[Form(0, lambda generator: slash_zero(pick(0, generator), generator))] * 3,
        Form(0, lambda generator: slash_zero([_ellipse(generator)], generator)),
        *[Form(0, write_narrow_zero, is_narrow=True)] * 2,
        *[Form(1, write_one)] * 5,
        *[Form(1, write_long_flag_one)] * 2,
        *[Form(4, write_four)] * 2,
        *[Form(4, write_open_four)] * 3,
        *[Form(7, lambda generator: cross_seven([pick(7, generator)[0]], generator))] * 2,
        *[Form(7, write_wavy_seven)] * 4,
        *[Form(7, write_hooked_seven, is_narrow=True)] * 4,
        *[Form(8, write_crossed_eight)] * 2,
        Form(8, write_two_loop_eight),
        *[Form(8, write_narrow_eight, is_narrow=True)] * 2,
        *[Form(9, write_nine)] * 3,
        *[Form(9, write_hooked_nine)] * 4,
        *[Form(9, write_small_nine, is_narrow=True)] * 2,
        *(Form(label, template_writer(template)) for label, template in TEMPLATES),
        *(Form(label, template_writer(template), is_narrow=True) for label, template in NARROW_TEMPLATES),
    ]


def _narrow(strokes: Strokes, generator: np.random.Generator) -> Strokes:
    inside = normalize(strokes)
    width, height = np.ptp(np.concatenate(inside), axis=0)
    squeeze = height / width / generator.uniform(3, 4)
    return [stroke * [squeeze, 1] for stroke in inside]


def _ellipse(generator: np.random.Generator) -> Array:
    turn = np.linspace(-np.pi / 2, -np.pi / 2 - 2 * np.pi * generator.uniform(0.93, 1.06), 30)
    return np.stack([generator.uniform(0.25, 0.5) * np.cos(turn), 0.5 * np.sin(turn)], axis=1)
