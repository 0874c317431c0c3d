"""Measures the answers to "why": attributions and counterfactuals."""
