"""Turns strokes into a digit: drawings and their files, raster, framing, resampling."""
