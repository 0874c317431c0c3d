"""Live training in a notebook; `shipped` holds the recipe of the shipped weights."""
