"""Writes pages that need no notebook kernel: one HTML file with the explorer, the network and a drawing in it."""
