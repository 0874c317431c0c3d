"""Where a number comes from, what framing changes, and whether the digit looks familiar."""
