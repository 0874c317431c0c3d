"""Hostile pictures and drawings."""
