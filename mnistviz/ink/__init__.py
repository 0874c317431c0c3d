"""From strokes to the digit: drawings and their files, raster, framing, resampling."""
