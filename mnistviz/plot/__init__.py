"""Colour maps and Matplotlib figures."""
