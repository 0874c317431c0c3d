"""What benchmarks and soak measure with: a JupyterLab, probes of page and kernel, tables."""
