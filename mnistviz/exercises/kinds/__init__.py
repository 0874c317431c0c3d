"""The kinds of exercises, one in each file. To add one, add a file: its decorator registers it."""
