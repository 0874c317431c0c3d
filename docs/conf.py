"""Sphinx: the documentation site, built by `make site` from the Markdown files of the project, where they are."""

import mnistviz

project = "mnistviz"
author = "the authors of mnistviz"
copyright = "the authors of mnistviz, BSD-3-Clause"  # noqa: A001  (Sphinx's name)
version = release = mnistviz.__version__

extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = [
    "docs/*.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "deploy/README.md",
    "mnistviz/assets/README.md",
    "tests/*/RESULTS.md",
]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"mnistviz {version}"
html_copy_source = False
html_show_sphinx = False
html_extra_path = ["site"]
