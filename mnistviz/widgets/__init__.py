"""The Jupyter side: the only package that knows ipywidgets, ipycanvas, anywidget and IPython."""
