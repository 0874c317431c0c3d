"""The explorer: drawing pad, view and what connects them."""
