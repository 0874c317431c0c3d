"""What explorer and trainer have in common: a box whose view always shows the newest state."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets
import traitlets
from IPython.display import publish_display_data

from mnistviz.codec import as_text, bytes_of, pack, with_text
from mnistviz.export.still_note import still_note
from mnistviz.jupyter import hosts, session
from mnistviz.jupyter.binary_probe import BinaryProbe
from mnistviz.jupyter.page_language import follow_page, language_chosen_trait, language_trait, spoken, tell_page
from mnistviz.jupyter.render_loop import Guard
from mnistviz.jupyter.render_turns import start_render_loop
from mnistviz.jupyter.still_output import WIDGET_VIEW, StillOutput, has_notebook_kernel
from mnistviz.locale import MAX_SENTENCE, shorten
from mnistviz.locale.speech import when_changed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.arrays import Array
    from mnistviz.codec import Buffer

Receiver = Callable[[dict[str, Any], "Sequence[Buffer]"], None]
"""Takes the content and the buffers of a message from the page."""


BYTES_AS_TEXT = {"sync": True, "to_json": lambda value, _: as_text(value)}
"""Tags of a trait with bytes: they reach every page, since none is needed before anybody knows whether bytes arrive."""


class PageError(ValueError):
    """What a page reports: something went wrong there, or it refuses a file. The text is shown as it is."""


class LiveView(anywidget.AnyWidget):  # type: ignore[misc]  # ipywidgets has no types
    """The page's side of a live widget: state is in traits, updates are messages.

    From the page: `ready` (it needs an update), `painted` (an update's number), `error` (what went wrong on the page) and
    `probe` (see `BinaryProbe`). `frontend/core/live_page.ts` is the counterpart.

    Attributes:
        guard: shows errors of callbacks as `message`.
        has_page: whether a page has asked for updates.
    """

    message = traitlets.Unicode("", help="what went wrong, for the user").tag(sync=True)
    language = language_trait()
    language_chosen = language_chosen_trait()

    def __init__(self, **traits: Any) -> None:
        self.guard = Guard(self.show_message)
        self.has_page = False
        self._probe = BinaryProbe(lambda content, buffers: self.send(content, buffers=buffers))
        super().__init__(**spoken(), **traits)
        follow_page(self)

    def listen(
        self,
        *,
        ready: Callable[[], None],
        painted: Callable[[int], None],
        others: Mapping[str, Receiver] | None = None,
    ) -> None:
        """Sets who hears the page.

        Args:
            ready: called when a page needs an update.
            painted: called with the number of an update that is painted.
            others: called with the content and the buffers of messages of other kinds, whether these came as bytes or as text.
        """

        def receive(_: object, content: dict[str, Any], buffers: list[memoryview]) -> None:
            kind = str(content.get("kind"))
            if kind == "ready":
                self.has_page = True
                self._probe.greet(content)
                ready()
            elif kind == "probe":
                self._probe.hear(content, buffers)
            elif kind == "painted":
                painted(int(content["number"]))
            elif kind == "error":
                raise PageError(str(content["text"])[:MAX_SENTENCE])
            elif others and kind in others:
                others[kind](content, bytes_of(content, buffers))

        self.on_msg(self.guard(receive))

    def show_message(self, text: str) -> None:
        """Shows what went wrong; an empty text removes the former message."""
        self.message = ""  # so that screen readers announce a repeated message again
        self.message = shorten(text, MAX_SENTENCE)  # exceptions of models may be long

    def send_packed(self, header: Mapping[str, Any], arrays: Mapping[str, Array]) -> bool:
        """Sends a message with arrays (see `codec`); returns False if no page listens, so that nothing was sent."""
        if self.has_page:
            content, buffers = pack(header, arrays)
            if self._probe.has_passed:
                self.send(content, buffers=buffers)
            else:
                self.send(with_text(content, buffers[0]))
        return self.has_page


class LiveWidget(ipywidgets.Box):  # type: ignore[misc]  # ipywidgets has no types
    """A box with a view that always shows the newest state. All methods may be called from any thread.

    A subclass defines `_render`, `_show_update`, `_settle` and `_snapshot`. It calls `__init__` once they have all they need.

    Args:
        children: of the box.
        view: one of them, or inside one of them.
        rendered_again: traits of the view whose change needs a rendering.
    """

    def __init__(self, children: Sequence[Any], view: LiveView, rendered_again: Sequence[str]) -> None:
        self._guard = view.guard
        self._live_view = view
        self.notebook_cell = session.running_notebook_cell()
        super().__init__(children)
        if hosts.is_of_marimo(self):
            self._model_id = view.model_id  # all that `mo.ui.anywidget` asks of a widget
        self._still = StillOutput(self._still_bundle, view.guard, view.send)
        self._loop = start_render_loop(self._render, self._show_update, self._rest, view.guard)
        view.listen(ready=self._on_page_ready, painted=self._loop.painted, others=self._messages())
        view.observe(lambda _: self._loop.request(), rendered_again)
        session.receive_while_busy(self)
        when_changed(self._hear_language)

    @property
    def last_error(self) -> Exception | None:
        """The last exception of a callback or of the rendering, or None."""
        return self._guard.last_error

    def close(self) -> None:
        """Ends the render loop, and removes the widgets from page and notebook kernel. May be called again."""
        self._loop.close()
        self._still.close()
        for part in (*self.children, self.layout):
            session.close_tree(part)
        super().close()

    def _render(self) -> None:
        """Computes everything from the newest state. Runs on the render loop's thread alone, as the next two do."""
        raise NotImplementedError

    def _show_update(self) -> bool:
        """Sends an update with the number `self._loop.updates_sent + 1`; returns False if no page listens."""
        raise NotImplementedError

    def _settle(self) -> None:
        """Completes the newest update once the state rests."""
        raise NotImplementedError

    def _snapshot(self) -> bytes:
        """Returns a PNG of the newest update, for viewers without a notebook kernel."""
        raise NotImplementedError

    def _hear_language(self) -> None:
        if self.comm is not None:  # it is not closed
            self._speak()

    def _speak(self) -> None:
        """Another language is spoken: makes the texts of the pages anew."""
        self._live_view.show_message("")
        tell_page(self._live_view)
        self._loop.request()

    def _messages(self) -> Mapping[str, Receiver]:
        """Returns who hears which further kinds of messages from the page."""
        return {}

    def _on_page_ready(self) -> None:
        if self._loop.updates_sent:  # to another page, before this one came
            self._still.on_new_page()
        self._loop.reload()

    def _rest(self) -> None:
        """The state rests: the page first, then the picture in the notebook."""
        self._settle()
        self._still.update()

    def _ipython_display_(self) -> None:
        """Shows the live view and, in an output of its own, the picture that the saved notebook keeps."""
        if not has_notebook_kernel():
            publish_display_data({"text/plain": repr(self)})
            return
        if problem := hosts.why_no_widgets():
            publish_display_data({"text/plain": problem})
            publish_display_data(self._still_bundle())
            return
        view = super()._repr_mimebundle_()[WIDGET_VIEW]
        publish_display_data({WIDGET_VIEW: view, **still_note()})  # a viewer without widgets shows the note
        self._loop.wait_idle(1)
        self._still.show()

    def _display_(self) -> LiveView:
        """Returns what marimo shows instead: it knows widgets of anywidget, but no boxes of ipywidgets."""
        return self._live_view

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """Returns view and picture together, for hosts that do not ask IPython."""
        bundle: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        self._loop.wait_idle(1)
        return {**bundle, **self._still_bundle()}

    def _still_bundle(self) -> dict[str, Any]:
        """Returns what a saved notebook keeps of the newest update, by media type."""
        png = base64.b64encode(self._snapshot()).decode("ascii")
        return {"text/plain": repr(self), "image/png": png}
