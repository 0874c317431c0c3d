"""What several folders of tests share.

JupyterLab for browser tests, benchmarks and soak: `server` runs it, `chromium` and `lab` open a page on it, `notebook` opens a
notebook there, and the page objects (`explorer_page`, `trainer_page` ...) use what its cells show.
"""
