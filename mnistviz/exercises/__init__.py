"""Exercises that check themselves. Each file in `kinds/` is one kind: its question, its judge, its hints and its solution."""
