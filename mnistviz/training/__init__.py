"""Live training in a notebook. `shipped` has the recipe of the shipped weights."""
