"""Measures how good explanations are, on digits of MNIST's test split."""
