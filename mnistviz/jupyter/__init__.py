"""The widgets: the only room that knows ipywidgets, ipycanvas, anywidget and IPython."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"
"""The folder of the page's scripts and styles. Widgets read them as text: given a path, anywidget keeps every widget alive."""
