"""A class on a JupyterHub: scripted students and a few real browsers, to see what a hub needs and what is lost when it fails."""
