"""Page objects: JupyterLab, a notebook in it, and an explorer in that. They wait for what they need, and never sleep."""

from __future__ import annotations

import base64
import json
import re
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import nbformat
import numpy as np
from nbformat import v4
from playwright.sync_api import Locator, Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import ConsoleMessage, FilePayload

EXPLORE = "import mnistviz\n\nexplorer = mnistviz.explore(autosave=False)\nexplorer"
"""The cell that most tests begin with; its pad is blank whenever it is run."""

GO_ON = "go-on"
UNTIL_ASKED = f"import pathlib, time\nwhile not pathlib.Path('{GO_ON}').exists():\n    time.sleep(0.05)"
"""A cell that runs until the test lets it end (see `Notebook.running`)."""

Point = tuple[float, float]
Path2D = list[Point]

SEVEN: Path2D = [(70, 60), (215, 55), (130, 240)]
ONE: Path2D = [(150, 35), (140, 245)]
THREE: Path2D = [(85, 55), (150, 35), (195, 70), (185, 110), (130, 132), (190, 150), (205, 195), (160, 240), (85, 225)]
"""Digits in pad pixels."""

PATIENCE = 20_000
"""Milliseconds that anything may take on a machine that others use, too."""

NOISE = (
    # The server has no icon; the browser asks for one all the same.
    re.compile(r"favicon"),
    # Source maps are asked for by developer tools only, and the wheels leave them out.
    re.compile(r"\.map\b"),
)

NOTEBOOK_PANEL = """
  const panel = [...window.jupyterapp.shell.widgets('main')].find((widget) => widget.context?.path === name);
"""

EXECUTE = f"""async ({{ name, code }}) => {{
  {NOTEBOOK_PANEL}
  const future = panel.sessionContext.session.kernel.requestExecute({{ code, store_history: false }});
  let text = '';
  let error = null;
  future.onIOPub = ({{ header, content }}) => {{
    if (header.msg_type === 'stream' && content.name === 'stdout') text += content.text;
    if (header.msg_type === 'error') error = content.traceback.join('\\n');
  }};
  await future.done;
  return {{ text, error }};
}}"""

OPEN = f"""async (name) => {{
  const kernel = {{ name: 'python3' }};
  await window.jupyterapp.commands.execute('docmanager:open', {{ path: name, factory: 'Notebook', kernel }});
  {NOTEBOOK_PANEL}
  await panel.revealed;
  await panel.sessionContext.ready;
  await panel.sessionContext.session.kernel.info;
}}"""

FIRE_AT_A_RATE = """(canvas, { points, period }) => new Promise((resolve) => {
  const fire = (kind, [x, y]) => {
    const { left, top } = canvas.getBoundingClientRect();
    const place = { clientX: left + x, clientY: top + y };
    canvas.dispatchEvent(new MouseEvent(kind, { ...place, bubbles: true, cancelable: true, buttons: 1 }));
  };
  const start = performance.now();
  let next = 0;
  const timer = setInterval(() => {
    for (const due = (performance.now() - start) / period; next < points.length && next <= due; next++) {
      fire(next ? 'mousemove' : 'mousedown', points[next]);
    }
    if (next < points.length) return;
    clearInterval(timer);
    fire('mouseup', points.at(-1));
    resolve();
  }, period);
})"""

PIXELS = "canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data"

ALPHA = f"""(canvas) => {{
  const data = {PIXELS};
  let text = '';
  for (let i = 3; i < data.length; i += 4) text += String.fromCharCode(data[i]);
  return [canvas.width, canvas.height, btoa(text)];
}}"""


def wait_until(holds: Callable[[], bool], what: str = "") -> None:
    """Asks until it is so; for what no page can tell."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < deadline, what


@dataclass(frozen=True)
class Server:
    """Where a JupyterLab runs."""

    url: str
    token: str
    root: Path

    def shut_down(self, notebook: str) -> None:
        """Ends the kernel of a notebook."""
        for session in self.ask("/api/sessions"):
            if session["path"] == notebook:
                self.ask(f"/api/sessions/{session['id']}", "DELETE")

    def ask(self, path: str, method: str = "GET", content: Any = None) -> Any:
        """The answer of Jupyter's REST interface; None if it is empty.

        Args:
            path: below the server's address.
            method: of the request.
            content: what is sent, as JSON.

        Raises:
            OSError, ValueError: if there is no answer, or none of a server that knows our token.
        """
        request = urllib.request.Request(  # noqa: S310  (always http)
            self.url + path,
            method=method,
            headers={"Authorization": f"token {self.token}"},
            data=None if content is None else json.dumps(content).encode(),
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return json.loads(answer.read() or "null")


class ErrorLog:
    """The errors that a page has logged or thrown."""

    def __init__(self, page: Page) -> None:
        self.texts: list[str] = []
        page.on("console", self._logged)
        page.on("pageerror", lambda error: self.texts.append(f"thrown: {error}\n{error.stack}"))

    def _logged(self, message: ConsoleMessage) -> None:
        text = f"{message.text} ({message.location.get('url')})"
        if message.type == "error" and not any(noise.search(text) for noise in NOISE):
            self.texts.append(text)


class Lab:
    """A page with JupyterLab."""

    def __init__(self, page: Page, server: Server, errors: ErrorLog) -> None:
        self.page = page
        self.server = server
        self.errors = errors
        self._names: list[str] = []
        page.set_default_timeout(PATIENCE)

    def open(self, *cells: str) -> Notebook:
        """Opens a new notebook of the given code cells, and runs none of them."""
        return self._open(self.write_notebook(*cells))

    def open_content(self, content: str) -> Notebook:
        """Opens a copy of a notebook, and runs none of its cells."""
        return self._open(self._write(content))

    def write_notebook(self, *cells: str) -> str:
        """Writes a new notebook of the given code cells; returns its name. Its kernel is ended with the page."""
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        # nbformat has no types.
        code = [v4.new_code_cell(cell) for cell in cells]  # type: ignore[no-untyped-call]
        content = v4.new_notebook(cells=code, metadata={"kernelspec": kernel})  # type: ignore[no-untyped-call]
        return self._write(nbformat.writes(content))  # type: ignore[no-untyped-call]

    def _write(self, content: str) -> str:
        name = f"test{len(list(self.server.root.glob('*.ipynb')))}.ipynb"
        (self.server.root / name).write_text(content, encoding="utf-8")
        self._names.append(name)
        return name

    def _open(self, name: str) -> Notebook:
        self.page.goto(f"{self.server.url}/lab/tree/{name}?reset&token={self.server.token}")
        notebook = Notebook(self, name)
        notebook.wait_ready()
        return notebook

    def run_command(self, command: str, **arguments: Any) -> None:
        """Runs a JupyterLab command and waits for its end."""
        script = "([command, options]) => window.jupyterapp.commands.execute(command, options).then(() => null)"
        self.page.evaluate(script, [command, arguments])

    def set_theme(self, name: str) -> None:
        """Switches the theme, and waits until it is there and JupyterLab's splash is gone.

        JupyterLab takes the splash away 200 ms later, and throws if another switch has shown it again by then.
        """
        is_light = str(name == "JupyterLab Light").lower()
        self.run_command("apputils:change-theme", theme=name)
        self.page.wait_for_selector(f"body[data-jp-theme-name='{name}'][data-jp-theme-light='{is_light}']", state="attached")
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")

    def close(self) -> None:
        """Ends page and kernels."""
        self.page.close(run_before_unload=False)
        for name in self._names:
            self.server.shut_down(name)


class Notebook:
    """A notebook in JupyterLab."""

    def __init__(self, lab: Lab, name: str) -> None:
        self.lab = lab
        self.page = lab.page
        self.name = name
        self.node = lab.page.locator(".jp-NotebookPanel")

    def wait_ready(self) -> None:
        """Waits until the page has loaded, the notebook is open and its kernel answers."""
        self.page.wait_for_function("() => window.jupyterapp?.commands?.hasCommand('docmanager:open')", timeout=60_000)
        self.page.evaluate("() => window.jupyterapp.restored.then(() => null)")
        self.page.evaluate(OPEN, self.name)

    def saved_cells(self) -> list[Any]:
        """The code cells, as they are saved."""
        self.save()
        file = self.lab.server.root / self.name
        cells = nbformat.read(file, as_version=4).cells  # type: ignore[no-untyped-call]  # nbformat has no types
        return [cell for cell in cells if cell.cell_type == "code" and cell.source.strip()]

    def run_all(self) -> None:
        """Runs all cells and waits for their end."""
        self.lab.run_command("notebook:run-all-cells")

    @property
    def busy_prompt(self) -> Locator:
        """The prompt of a cell that is running or waits for its turn."""
        return self.node.locator(".jp-InputPrompt", has_text="[*]")

    def start_all(self) -> None:
        """Runs all cells and waits until only the last is left."""
        self.page.evaluate("() => { window.running = window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
        expect(self.busy_prompt).to_have_count(1, timeout=90_000)  # TensorFlow may be imported first

    @contextmanager
    def running(self) -> Iterator[None]:
        """Runs all cells, the last of which is UNTIL_ASKED, and lets that one end when the context does."""
        go_on = self.lab.server.root / GO_ON
        try:
            self.start_all()
            yield
            expect(self.busy_prompt).to_have_count(1)
        finally:
            go_on.touch()
            self.page.evaluate("() => window.running.then(() => null)")
            go_on.unlink()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Keeps the kernel's main thread busy until the context ends."""
        go_on = self.lab.server.root / GO_ON
        script = f"""({{ name, code }}) => {{
          {NOTEBOOK_PANEL}
          const future = panel.sessionContext.session.kernel.requestExecute({{ code, store_history: false }});
          window.running = future.done;
          return new Promise((resolve) => (future.onIOPub = () => resolve())); // the first that comes says that it has begun
        }}"""
        self.page.evaluate(script, {"name": self.name, "code": UNTIL_ASKED})
        try:
            yield
        finally:
            go_on.touch()
            self.page.evaluate("() => window.running.then(() => null)")
            go_on.unlink()

    def go_to_cell(self, index: int) -> None:
        """Makes a cell the active one, and scrolls until it is at the top."""
        steps = "panel.content.activeCellIndex = index; await panel.content.scrollToItem(index, 'start');"
        script = f"async ([name, index]) => {{ {NOTEBOOK_PANEL} {steps} }}"
        self.page.evaluate(script, [self.name, index])

    def save(self) -> None:
        """Saves to the disk: after a reload, JupyterLab takes the outputs from there."""
        self.page.evaluate(f"async (name) => {{ {NOTEBOOK_PANEL} await panel.context.save(); }}", self.name)

    def interrupt_kernel(self) -> None:
        """Presses the button "Interrupt the kernel"."""
        self.lab.run_command("notebook:interrupt-kernel")

    def restart_kernel(self) -> None:
        """Restarts the kernel, without the question."""
        script = f"async (name) => {{ {NOTEBOOK_PANEL} await panel.sessionContext.session.kernel.restart(); }}"
        self.page.evaluate(script, self.name)

    def reload_page(self) -> None:
        """Saves and presses F5. The kernel goes on."""
        self.save()
        self.page.goto(f"{self.lab.server.url}/lab/tree/{self.name}?reset")
        self.wait_ready()

    def in_another_tab(self, lab: Lab) -> Notebook:
        """Saves, and opens the same notebook in another tab of the browser."""
        self.save()
        other = Notebook(lab, self.name)
        lab.page.goto(f"{lab.server.url}/lab/tree/{self.name}?reset&token={lab.server.token}")
        other.wait_ready()
        return other

    def reopen_tab(self) -> None:
        """Saves, closes the tab and opens the notebook again. Page and kernel go on."""
        self.save()
        self.page.evaluate(f"(name) => {{ {NOTEBOOK_PANEL} panel.dispose(); }}", self.name)
        expect(self.node).to_have_count(0)
        self.page.evaluate(OPEN, self.name)

    def execute(self, code: str) -> str:
        """Runs code in the kernel, beside the cells, and returns what it has printed."""
        answer = self.page.evaluate(EXECUTE, {"name": self.name, "code": code})
        assert answer["error"] is None, answer["error"]
        return str(answer["text"])

    def evaluate(self, expression: str) -> Any:
        """The value of a Python expression in the kernel, as JSON carries it."""
        return json.loads(self.execute(f"import json as _json\nprint(_json.dumps({expression}))"))

    def expect_value(self, expression: str, value: Any) -> None:
        """Waits until an expression in the kernel has a value: what the page has sent is heard beside the question."""
        wait_until(lambda: self.evaluate(expression) == value, expression)

    def explorer(self, position: int = 0, name: str = "explorer") -> ExplorerPage:
        """The explorer at a position in the notebook, once it has painted its first frame.

        Args:
            position: counted from 0, downwards.
            name: of its variable in the kernel.
        """
        explorer = ExplorerPage(self, self.node.locator(".mnistviz-explorer").nth(position), name)
        explorer.node.scroll_into_view_if_needed()
        expect(explorer.view).to_have_attribute("data-frame", re.compile("[1-9]"))
        return explorer


class ExplorerPage:
    """An explorer on the page."""

    def __init__(self, notebook: Notebook, node: Locator, name: str) -> None:
        self.notebook = notebook
        self.page = notebook.page
        self.node = node
        self.name = name
        self.pad = node.locator(".mnistviz-pad canvas")
        self.view = node.locator(".mnistviz-view")
        self.readout = node.locator(".mnistviz-readout")
        self.microscope = node.locator(".mnistviz-microscope")
        self.alert = node.get_by_role("alert")

    def button(self, name: str) -> Locator:
        """The button of a name."""
        return self.node.get_by_role("button", name=name)

    def map_canvas(self, layer: str) -> Locator:
        """The canvas that shows a layer."""
        return self.section(layer).locator("> canvas")

    def section(self, layer: str) -> Locator:
        """The folding section of a layer."""
        return self.node.locator(f"[data-layer={layer}]")

    def on_page(self, points: Sequence[Point]) -> Path2D:
        """Pad pixels as pixels of the browser's window."""
        self.pad.scroll_into_view_if_needed()
        box = self.pad.bounding_box()
        assert box is not None
        return [(box["x"] + x, box["y"] + y) for x, y in points]

    def draw(self, points: Sequence[Point], steps: int = 6) -> None:
        """Draws one stroke with the mouse: press, moves, release."""
        first, *others = self.on_page(points)
        mouse = self.page.mouse
        mouse.move(*first)
        mouse.down()
        for point in others:
            mouse.move(*point, steps=steps)
        mouse.up()

    def scribble(self, points: Sequence[Point], period: float) -> None:
        """Fires one pen event every `period` milliseconds from inside the page: a remote mouse is too slow for that."""
        self.on_page(points)
        self.pad.evaluate(FIRE_AT_A_RATE, {"points": points, "period": period})

    def click(self, name: str) -> None:
        """Clicks a button."""
        self.button(name).click()

    def expect_prediction(self, digit: str) -> None:
        """Waits until the view reports a digit ('' for blank paper), in its attribute and in its text."""
        expect(self.view).to_have_attribute("data-prediction", digit)
        expect(self.node.locator(".mnistviz-prediction")).to_have_text(digit or "draw a digit")

    def expect_points(self, points: int) -> None:
        """Waits until the painted frame contains so many pen points."""
        expect(self.view).to_have_attribute("data-points", str(points))

    def settle(self) -> int:
        """Waits until page and kernel agree on the drawing; returns its number of points.

        The pen is heard beside the code that asks for the points, so it is asked until no more points come.
        """
        points = None
        while points != (points := int(self.kernel("drawing.points"))):
            self.notebook.execute(f"{self.name}.wait_idle()")
        self.expect_points(points)
        return points

    def kernel(self, attribute: str) -> Any:
        """An attribute of the explorer in the kernel."""
        return self.notebook.evaluate(f"{self.name}.{attribute}")

    def ink(self) -> np.ndarray[Any, Any]:
        """uint8 (rows, columns): the opacity of the pad's canvas, two canvas pixels to a pad pixel."""
        width, height, alpha = self.pad.evaluate(ALPHA)
        return np.frombuffer(base64.b64decode(alpha), np.uint8).reshape(height, width)

    def wait_for_ink(self, points: Sequence[Point]) -> None:
        """Waits until the pad is inked at the given pad pixels."""
        script = """([canvas, points]) => {
          const scale = canvas.width / canvas.clientWidth;
          const context = canvas.getContext('2d');
          return points.every(([x, y]) => context.getImageData(x * scale, y * scale, 1, 1).data[3] > 128);
        }"""
        self.page.wait_for_function(script, arg=[self.pad.element_handle(), list(points)])

    def wait_for_some_ink(self) -> None:
        """Waits until the pad has ink somewhere."""
        script = f"(canvas) => {PIXELS}.some((byte) => byte > 128)"
        self.page.wait_for_function(script, arg=self.pad.element_handle())

    def wait_for_blank_pad(self) -> None:
        """Waits until the pad has no ink."""
        script = f"(canvas) => {PIXELS}.every((byte) => !byte)"
        self.page.wait_for_function(script, arg=self.pad.element_handle())

    def cell_on_page(self, layer: str, channel: int, row: int, column: int) -> Point:
        """The middle of one cell of a map, in pixels of the browser's window."""
        canvas = self.map_canvas(layer)
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        assert box is not None
        rows, columns, channels = self.notebook.evaluate(f"{self.name}.forward.activations['{layer}'].shape")
        across, gap = 16, 2
        pitch = box["width"] / across
        height = (pitch - gap) * rows / columns + gap
        assert channel < channels
        down, right = divmod(channel, across)
        x = right * pitch + (column + 0.5) * (pitch - gap) / columns
        y = down * height + (row + 0.5) * (height - gap) / rows
        return box["x"] + x, box["y"] + y

    def point_at(self, layer: str, channel: int, row: int, column: int) -> None:
        """Moves the mouse over one cell of a map."""
        self.page.mouse.move(*self.cell_on_page(layer, channel, row, column))

    def upload(self, file: str | Path | FilePayload) -> None:
        """Chooses a file for the upload button."""
        with self.page.expect_file_chooser() as chooser:
            self.click("Upload a picture")
        chooser.value.set_files(file)
