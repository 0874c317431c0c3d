"""What the shipped network promises: the names of its layers, which are part of the contract with users."""

from __future__ import annotations

LAYER_NAMES = (
    "conv1",
    "relu1",
    "pool1",
    "conv2",
    "relu2",
    "pool2",
    "flatten",
    "dense",
    "relu3",
    "logits",
    "probabilities",
)
"""In the order of the data."""
