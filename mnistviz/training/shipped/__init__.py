"""The recipe of the shipped weights: `mnistviz train`."""
