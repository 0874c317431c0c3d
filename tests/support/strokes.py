"""Strokes that draw a digit, in pad pixels (x, y)."""

from __future__ import annotations

Point = tuple[float, float]
Path2D = list[Point]

SEVEN: Path2D = [(70, 60), (215, 55), (130, 240)]
ONE: Path2D = [(150, 35), (140, 245)]
THREE: Path2D = [(85, 55), (150, 35), (195, 70), (185, 110), (130, 132), (190, 150), (205, 195), (160, 240), (85, 225)]
