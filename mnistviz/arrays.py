"""The type of every NumPy array here; docstrings give dtype, shape and range."""

from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = np.ndarray[Any, Any]
