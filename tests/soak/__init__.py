"""Ten minutes of use, and what they leave behind."""
