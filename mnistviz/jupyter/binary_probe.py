"""BinaryProbe: finds out whether bytes beside the JSON of a message arrive, in both directions. Google Colab has lost them.

A page says that it is there, and sends a few bytes. If the kernel gets them, it sends them back. If the page gets them, it says
so, and from then on arrays go as bytes. Until then, and for good where bytes are lost, they go as text: nobody waits, whatever a
host does to such messages. `frontend/core/binary_probe.ts` is the counterpart. (colab-cdn-widget-manager, issues 8 and 33)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mnistviz.codec import Buffer

PROBE = bytes([0, 127, 128, 255])
"""What is sent to and fro: a host that takes bytes for text would change it."""


class BinaryProbe:
    """Knows whether the pages of a widget get bytes.

    Args:
        send: sends a message with these buffers to all pages.

    Attributes:
        has_passed: whether bytes arrive, as far as the page that has come last has said.
    """

    def __init__(self, send: Callable[[dict[str, Any], list[bytes]], None]) -> None:
        self._send = send
        self.has_passed = False

    def greet(self, content: Mapping[str, Any]) -> None:
        """A page has come, or asks for everything once more; `binary` says what it knows already."""
        self.has_passed = content.get("binary") is True

    def hear(self, content: Mapping[str, Any], buffers: Sequence[Buffer]) -> None:
        """A page has sent the probe, or says that it has got it back."""
        if content.get("passed") is True:
            self.has_passed = True
        elif [bytes(buffer) for buffer in buffers] == [PROBE]:
            self._send({"kind": "probe"}, [PROBE])
