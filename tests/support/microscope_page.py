"""The microscope of an explorer on the page, compared with what Python computes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage

UNIT = re.compile(r"(\w+)\[([\d, ]+)\]")
"""The name of a unit, for example `pool2[2, 2, 9]`."""


class Microscope:
    """The panel, and what Python says about the same unit of the same digit."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.node = explorer.microscope
        self.trace = self.node.get_by_role("button", name="Trace to the pixels")
        self.play = self.node.get_by_role("button", name=re.compile("Play|Pause"))
        self.step = self.node.get_by_role("button", name="Step")
        self.stops = self.node.locator(".mnistviz-stops")
        self.chips = self.node.locator(".mnistviz-chip")
        self.problem = self.node.locator(".mnistviz-problem")

    def click(self, layer: str, index: tuple[int, int, int]) -> None:
        """Clicks a unit of a feature map."""
        row, column, channel = index
        self.explorer.page.mouse.click(*self.explorer.unit_on_page(layer, channel, row, column))

    def expect_unit(self, name: str) -> None:
        """Waits until the panel shows a unit, for example `pool2[2, 2, 9]`."""
        expect(self.node).to_have_attribute("data-unit", name)

    def unit(self) -> tuple[str, tuple[int, ...]]:
        """Returns layer and index of the unit that is shown."""
        layer, index = UNIT.fullmatch(self.node.get_attribute("data-unit") or "").groups()
        return layer, tuple(map(int, index.split(",")))

    def explained(self, what: str) -> Any:
        """Returns the value of an expression about `unit`, the explanation of the unit that is shown, from the drawing."""
        layer, index = self.unit()
        explorer, notebook = self.explorer, self.explorer.notebook
        explorer.settle()
        notebook.execute(f"unit = mnistviz.explain_unit({explorer.name}.forward, {layer!r}, {index!r})")
        return notebook.evaluate(what)

    def expect_explained(self) -> None:
        """Expects the heading and the line of the calculation to be those of `explain_unit`."""
        value, lines = self.explained("(float(unit.value), repr(unit).splitlines()[:2])")
        expect(self.node.get_by_role("heading")).to_have_text(lines[0])
        account = lines[1].removeprefix("  = ")
        expect(self.node.locator(".mnistviz-account")).to_have_text(f"{account} = {value + 0.0:.4g}")

    def expect_window(self, channel: int | None) -> None:
        """Expects the tables to show the terms of a channel of the layer below, each in its row and column."""
        arrays = "unit.terms.source.tolist(), unit.terms.value, unit.terms.weight, unit.terms.product"
        terms = self.explained(f"[[source, *map(float, numbers)] for source, *numbers in zip({arrays})]")
        for table, column in zip(self.tables(), (1, 2, 3), strict=False):
            rows = sorted({term[0][0] for term in terms})
            columns = sorted({term[0][1] for term in terms})
            values = {tuple(term[0][:2]): term[column] for term in terms if channel in {None, *term[0][2:]}}
            expected = [values[row, column] for row in rows for column in columns]
            assert table == pytest.approx(expected, rel=6e-3, abs=1e-9)

    def tables(self) -> list[list[float]]:
        """Returns the numbers of the heat maps."""
        script = "(tables) => tables.map((table) => [...table.querySelectorAll('tr + tr td')].map((cell) => cell.textContent))"
        texts = self.node.locator(".mnistviz-heat-map").evaluate_all(script)
        return [[float(text.removeprefix("\u2605 ")) for text in table] for table in texts]
