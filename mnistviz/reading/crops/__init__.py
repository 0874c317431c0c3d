"""Finds the ink in small pictures, and in larger ones that a digit fills, where no paper around it shows the light."""
