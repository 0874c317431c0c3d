"""What tests, benchmarks and soak share."""
