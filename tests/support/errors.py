"""The form of every error message that a user sees."""

from __future__ import annotations

import re

ERROR = re.compile(r"[A-Z].+[.] [A-Z].+[.]", re.DOTALL)
"""What is wrong, in one or more sentences. What to do about it."""
