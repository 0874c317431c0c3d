"""What benchmarks and soak measure with: server and browser, probes of page and kernel, tables."""
