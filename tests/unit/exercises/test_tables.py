"""Tables of a question: counts without decimals, all other numbers with two."""

from __future__ import annotations

from mnistviz.exercises.tables import list_table


def test_counts_have_no_decimals() -> None:
    table = list_table("Some", "name", ["one", "two"], {"count": [12, 0], "share": [0.5, 1.0]})
    assert table.rows == (("one", "12", "0.50"), ("two", "0", "1.00"))


def test_a_table_may_have_names_alone() -> None:
    table = list_table("Some", "name", ["0.10", "12.00"], {})
    assert table.to_markdown() == "Some:\n\n|  name |\n| ----: |\n|  0.10 |\n| 12.00 |"
