"""Reads pictures, each in a process of its own, and reports the result, time and memory.

    python -m tests.hostile.reader FILE ...

Prints one line of JSON for each file. Linux only: the peak of the memory comes from /proc.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

import mnistviz.reading.ink.pages  # noqa: F401  (loaded before forking, as OpenCV and LiteRT are by it)
from mnistviz.reading.picture_files import PictureError
from mnistviz.reading.pictures import read_framing


def report(path: str) -> dict[str, Any]:
    """Reads a file and reports the result, the seconds, and the megabytes beyond those that the process had before.

    The seconds are processor time, so that other programs on the machine don't count.
    """
    before = memory("VmRSS")
    start = time.process_time()
    outcome: dict[str, Any] = {"file": path}
    try:
        digit = read_framing(path).digit
    except PictureError as error:
        outcome["refused"] = str(error)
    except BaseException as error:  # the contract allows none
        outcome["broken"] = f"{type(error).__name__}: {error}"
    else:
        is_digit = digit.shape == (28, 28) and digit.dtype == np.float32 and bool(((digit >= 0) & (digit <= 1)).all())
        outcome["digit" if is_digit else "broken"] = np.round(digit, 4).tolist()
    return {**outcome, "seconds": time.process_time() - start, "megabytes": (memory("VmHWM") - before) / 1024}


def memory(field: str) -> int:
    """Returns the memory of this process (kB): `VmRSS` is the present one, `VmHWM` the maximum."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(field):
            return int(line.split()[1])
    raise RuntimeError(f"/proc/self/status has no {field}")


def main(paths: list[str]) -> None:
    """Forks for each file, so that libraries are loaded once, and neither they nor other files affect what is measured."""
    Image.init()
    for path in paths:
        child = os.fork()
        if child == 0:
            print(json.dumps(report(path)), flush=True)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            print(json.dumps({"file": path, "broken": f"the process ended with status {status}"}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
