"""What `mnistviz evaluate` measures."""
