"""PageNetwork: gives pages the network, so that they can compute by themselves, and takes it back where that would be untrue.

The page runs chains of simple layers (`network.chain`). A live model may change its weights at any time. Whoever trains it tells
the explorer to render again. So the weights are compared with every rendering: once they differ, pages show the notebook
kernel's updates, until the weights have stayed the same from one rest to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.network.chain import chain_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.arrays import Array
    from mnistviz.network.chain import Chain
    from mnistviz.network.engine import Engine


class PageNetwork:
    """Decides whether pages compute by themselves. Call its methods from one thread (the render loop).

    Args:
        engine: the network.
        send: sends a message to all pages.
    """

    def __init__(self, engine: Engine, send: Callable[[Mapping[str, Any], Mapping[str, Array]], object]) -> None:
        self._engine = engine
        self._send = send
        self._given: Chain | None = chain_of(engine)  # what pages compute with
        self._rested = self._given  # what the network was when the pen rested last
        self._is_refused = False
        self._is_sent = False

    @property
    def is_given(self) -> bool:
        """Whether pages compute by themselves."""
        return self._given is not None

    def follow(self, engine: Engine) -> None:
        """Gives pages the network of another engine, if it is another one."""
        if engine is not self._engine:
            self._engine, self._given = engine, chain_of(engine)
            self._rested, self._is_sent, self._is_refused = self._given, False, False

    def forget_page(self) -> None:
        """A page has come that has no network yet."""
        self._is_sent = False

    def refuse(self) -> None:
        """A page has computed something else than the notebook kernel: from now on, pages show what the kernel computes."""
        self._is_refused = True

    def check(self) -> None:
        """Takes the network back if its weights have changed. Call it before each update is sent."""
        if self._given and (self._is_refused or not self._is_same(self._given)):
            self._given, self._is_sent = None, False
        if not self._is_sent:
            self._is_sent = True
            chain = self._given
            header = {"kind": "network", "layers": None if chain is None else list(chain.layers)}
            self._send(header, {} if chain is None else chain.arrays)

    def rest(self) -> bool:
        """Gives the network again if its weights have stayed the same since the last rest; returns whether it did."""
        if self._given or self._is_refused:
            return False
        chain, former = chain_of(self._engine), self._rested
        self._rested = chain
        if chain is None or former is None or not chain.same_as(former):
            return False
        self._given, self._is_sent = chain, False
        return True

    def _is_same(self, chain: Chain) -> bool:
        present = chain_of(self._engine)
        return present is chain or (present is not None and present.same_as(chain))
