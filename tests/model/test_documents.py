"""The examples in the documents run as they are written."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

DOCUMENTS = [Path(__file__).parents[2] / "docs" / name for name in ("using.md", "models.md")]

BEFORE = """
import numpy
from PIL import Image
scan = numpy.full((80, 80), 255, numpy.uint8)
scan[20:26, 25:55] = 0
scan[20:60, 48:54] = 0
Image.fromarray(scan).save("scan.png")
Image.fromarray(numpy.tile(scan, 3)).save("form.jpg")
tensor = numpy.eye(28, dtype=numpy.float32)[None, :, :, None]

import pathlib
import struct
labels = numpy.arange(40, dtype=numpy.uint8) % 10
images = numpy.zeros((40, 28, 28), numpy.uint8)
numpy.savez("mnist.npz", x_train=images, y_train=labels, x_test=images, y_test=labels)
for folder in ("digit-recognizer", "archive"):
    pathlib.Path(folder).mkdir()
lines = numpy.concatenate([labels[:, None], images.reshape(40, 784)], axis=1)
numpy.savetxt("digit-recognizer/train.csv", lines, "%d", ",", header="label,...", comments="")
for split in ("train", "t10k"):
    for kind, values in {"images.idx3-ubyte": images, "labels.idx1-ubyte": labels}.items():
        header = struct.pack(f">HBB{values.ndim}I", 0, 8, values.ndim, *values.shape)
        pathlib.Path("archive", f"{split}-{kind}").write_bytes(header + values.tobytes())

import gzip, shutil
shutil.copytree("archive", "fashion-mnist")
pathlib.Path("gzip").mkdir()
letters = numpy.arange(1, 27, dtype=numpy.uint8)
for part in ("train", "test"):
    for kind, values in {"images-idx3-ubyte": numpy.zeros((26, 28, 28), numpy.uint8), "labels-idx1-ubyte": letters}.items():
        header = struct.pack(f">HBB{values.ndim}I", 0, 8, values.ndim, *values.shape)
        pathlib.Path("gzip", f"emnist-letters-{part}-{kind}.gz").write_bytes(gzip.compress(header + values.tobytes()))
    numpy.savez(f"kmnist-{part}-imgs.npz", images)
    numpy.savez(f"kmnist-{part}-labels.npz", labels)
for leaf, colour in {"oak": "green", "beech": "red"}.items():
    pathlib.Path("leaves", leaf).mkdir(parents=True)
    for number in range(10):
        Image.new("RGB", (40, 30), colour).save(pathlib.Path("leaves", leaf, f"{number}.png"))
"""
AFTER = """
assert edited.changes[0] == 'Filter 3 in conv1 stummgeschaltet'  # an example has chosen German
assert ranking.filters[0].recall_cost > 0
assert change.forward.prediction == change.target == 9 != change.before.prediction
assert noise.amount < 3
assert forward.label in ("circle", "square", "triangle")
assert explorer.last_error is None
assert explorer.forward.digit.shape == (32, 32, 3)
assert trainer.last_error is None
assert leaves.classes == ("beech", "oak")
assert trainer_of_leaves.last_error is None
assert trainer.history.validations[-1].accuracy > 0.9
"""


def test_the_examples_run(tmp_path: Path) -> None:
    written = "\n".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    blocks = re.findall(r"^```python\n(.*?)^```", written, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 25
    program = "\n".join([BEFORE, *blocks, AFTER])
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
