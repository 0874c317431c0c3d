"""Ten minutes of use, to see whether anything grows."""
