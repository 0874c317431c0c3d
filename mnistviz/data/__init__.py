"""Digits to learn from and to test with: MNIST, pen digits, forms, distortion."""
