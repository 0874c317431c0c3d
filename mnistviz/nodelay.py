"""A Jupyter server extension that sends every message of a notebook kernel at once. `mnistviz lab` starts JupyterLab with it.

Jupyter's server does not switch off TCP's delay of small packets (Nagle's algorithm, RFC 896). A kernel first says that it is
busy. All messages after this one wait until the browser's system acknowledges it. Linux does so with the next message to the
server, or after 40 ms.
"""

from __future__ import annotations

from typing import Any

_CLASS = "kernel_websocket_connection_class"


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Switches off the delay. The Jupyter server calls this function when it starts.

    Args:
        server: jupyter_server.serverapp.ServerApp.
    """
    settings = server.web_app.settings
    delayed = settings[_CLASS]  # a class of this server, or of a gateway to kernels elsewhere

    class Undelayed(delayed):  # type: ignore[misc,valid-type]  # known at run time only
        """A connection between a kernel and a page whose socket sends at once."""

        def connect(self) -> Any:
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    settings[_CLASS] = Undelayed
