"""Made photos of digits, and how well they are read."""
