"""The numbers of framing that Python and the page share. Each is explained where it is used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FRAMING: dict[str, Any] = json.loads((Path(__file__).parents[1] / "assets" / "framing.json").read_text(encoding="utf-8"))
"""The content of `assets/framing.json`, which the page's build reads, too."""
