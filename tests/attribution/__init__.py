"""Measures whether attributions tell the truth."""
