"""Generates photos of digits and measures how well they are read."""
