"""Tests in other hosts of notebooks than JupyterLab. They need `.venv-hosts`, so not part of `make test`: `make hosts-test`."""
