"""The recipe of the ink finder, which `mnistviz train --network ink` runs: it learns from made pictures alone."""
