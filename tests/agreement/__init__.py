"""What the page computes by itself, compared to Python: values in the thousands, made anew for each run.

To add a case:

1. write a module here with `expected()`, which returns a header of JSON values and named arrays, as the codec packs them;
2. add it to `CASES` in `tests/unit/test_page_engine.py` under the path of the page's module, for example "ink/framing";
3. write the test of vitest, `frontend/ink/framing.agreement.ts`, which gets the values from
   `expectedByPython(import.meta.url)`.

`npm test` leaves the `.agreement.ts` files out, because they need the values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mnistviz.arrays import Array

Expected = tuple[Mapping[str, Any], Mapping[str, Array]]
"""JSON values and arrays by name."""
