"""A student's way through the hub, as a browser goes it: log in, have a server started, open a notebook."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import requests

if TYPE_CHECKING:
    from tests.classroom.hub import Account

SPAWN = 330.0
"""Seconds that a server may take to start while a whole class starts."""
_ANSWER = 60.0
"""Seconds that one request may take."""


class Browsing:
    """One student's cookies, and what can be asked with them.

    Args:
        url: of the hub.
        account: of the student.

    Attributes:
        server: the address of the student's server.
    """

    def __init__(self, url: str, account: Account) -> None:
        self.url = url
        self.account = account
        self.server = f"{url}/user/{account.name}"
        self.session = requests.Session()

    def log_in(self) -> None:
        """Sends the form of the login page.

        Raises:
            RuntimeError: if the hub does not let the student in.
        """
        login = f"{self.url}/hub/login"
        self.session.get(login, timeout=_ANSWER).raise_for_status()
        form = {"username": self.account.name, "password": self.account.password, "_xsrf": self._token("/hub/")}
        answer = self.session.post(login, data=form, timeout=_ANSWER, allow_redirects=False)
        if answer.status_code != requests.codes.found:
            raise RuntimeError(f"{self.account.name} could not log in: {answer.status_code}")

    def start_server(self) -> None:
        """Has the server started, follows the progress as the hub's page does, and opens the server's first page.

        Raises:
            RuntimeError: if the server doesn't start.
        """
        self.session.get(f"{self.url}/hub/spawn", timeout=_ANSWER).raise_for_status()
        address = f"{self.url}/hub/api/users/{self.account.name}/server/progress"
        headers = {"X-XSRFToken": self._token("/hub/"), "Accept": "text/event-stream"}
        with self.session.get(address, headers=headers, stream=True, timeout=SPAWN) as stream:
            stream.raise_for_status()
            self._follow(stream)
        self.session.get(f"{self.server}/lab", timeout=_ANSWER).raise_for_status()  # through the hub, which gives a cookie

    def ask(self, path: str, method: str = "GET", content: Any = None) -> Any:
        """Returns the answer of the student's server.

        Args:
            path: below the server's address.
            method: of the request.
            content: is sent as JSON.

        Raises:
            requests.RequestException: if it refuses, or nobody answers.
        """
        answer = self.session.request(method, self.server + path, json=content, headers=self.headers(), timeout=_ANSWER)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def ask_until(self, path: str, patience: float) -> Any:
        """Returns the answer, once the server can be reached again.

        Raises:
            requests.RequestException: if it can't be in `patience` seconds.
        """
        deadline = time.monotonic() + patience
        while True:
            try:
                return self.ask(path)
            except requests.RequestException:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)

    def open_notebook(self, path: str) -> str:
        """Starts a kernel for a notebook as JupyterLab does; returns the kernel's id."""
        content = {"path": path, "name": path.rpartition("/")[2], "type": "notebook", "kernel": {"name": "python3"}}
        return str(self.ask("/api/sessions", "POST", content)["kernel"]["id"])

    def headers(self) -> dict[str, str]:
        """Returns what JupyterLab adds to a request to the student's server."""
        return {"X-XSRFToken": self._token(f"/user/{self.account.name}/")}

    def cookie_header(self) -> str:
        """Returns the cookies that a browser sends to the student's server."""
        path = f"/user/{self.account.name}/"
        return "; ".join(f"{one.name}={one.value}" for one in self.session.cookies if path.startswith(one.path))

    def _token(self, path: str) -> str:
        """Returns the token against forged requests that holds below a path."""
        return next((str(one.value) for one in self.session.cookies if one.name == "_xsrf" and one.path == path), "")

    def _follow(self, stream: requests.Response) -> None:
        for line in stream.iter_lines():
            event = json.loads(line[5:]) if line.startswith(b"data:") else {}
            if event.get("ready"):
                return
            if event.get("failed"):
                break
        raise RuntimeError(f"The server of {self.account.name} did not start.")
