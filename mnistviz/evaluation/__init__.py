"""What `mnistviz evaluate` measures, and how it reports it."""
