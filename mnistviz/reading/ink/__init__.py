"""Finds the ink in any picture: features of its pixels, a small trained network that says where ink is, and the digits in it."""
