"""Which thread of the kernel hears the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import comm
import ipywidgets
from comm.base_comm import BaseComm

from mnistviz.jupyter.session import receive_while_busy

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from conftest import Hand


class DetouringComm(BaseComm):
    """As ipykernel's from 7.4 on: messages go to the subshell that the widget has last sent from."""

    def publish_msg(self, *args: Any, **kwargs: Any) -> None:
        """There is no kernel."""

    def _reply_subshell_for(self, data: Any, default: str | None) -> str | None:
        del data, default
        return None  # the thread of the cells


def comms(widget: Any) -> list[Any]:
    """Those of a widget and of all that it contains."""
    return [widget.comm, *(comm for child in getattr(widget, "children", ()) for comm in comms(child))]


def test_the_page_is_heard_where_it_wants_to_be(monkeypatch: pytest.MonkeyPatch, take_hold: Callable[[], Hand]) -> None:
    monkeypatch.setattr(comm, "create_comm", DetouringComm)
    explorer = take_hold().explorer
    found = comms(explorer)
    assert len(found) == 2, "box and view"
    for one in found:
        assert isinstance(one, DetouringComm)
        assert one._reply_subshell_for({"method": "custom"}, "the page's subshell") == "the page's subshell"


def test_other_kernels_are_left_alone() -> None:
    label = ipywidgets.Label()
    before = dict(vars(label.comm))
    receive_while_busy(label)
    assert vars(label.comm) == before
    label.close()
    receive_while_busy(label)  # has no comm any more


def test_an_explorer_that_its_host_has_closed_ends_with_the_next_one(take_hold: Callable[[], Hand]) -> None:
    closed, left = take_hold().explorer, take_hold().explorer
    closed.comm.close()  # as marimo does when a cell runs again
    take_hold()
    assert closed.comm is None
    assert left.comm is not None
