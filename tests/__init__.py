"""The tests; `tests.support` has what several folders share."""
