"""The trainer: watch a network learn."""
