"""Tests with a real JupyterHub. They need `.venv-hub`, so they are not part of `make test`: `make class-test`."""
