"""The ink in small pictures, and in larger ones that a digit fills."""
