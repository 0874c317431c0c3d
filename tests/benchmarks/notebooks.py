"""Notebooks beside the explorer's: a network that only the kernel can run, a bare round trip, and the obvious notebook."""

from __future__ import annotations

from dataclasses import replace

from tests.support.measuring.subject import EXPLORER, Subject

BRANCHED = replace(
    EXPLORER,
    name="the explorer of a network with a branch",
    cells=(
        """
import keras
import mnistviz
from keras import layers

digit = keras.Input((28, 28, 1), name="digit")
narrow = layers.Conv2D(8, 3, padding="same", activation="relu", name="narrow")(digit)
wide = layers.Conv2D(8, 5, padding="same", activation="relu", name="wide")(digit)
both = layers.Concatenate(name="both")([narrow, wide])
pool = layers.MaxPooling2D(name="pool")(both)
conv = layers.Conv2D(16, 3, activation="relu", name="conv")(pool)
flatten = layers.Flatten(name="flatten")(conv)
probabilities = layers.Dense(10, activation="softmax", name="probabilities")(flatten)
explorer = mnistviz.explore(keras.Model(digit, probabilities))
explorer
""".strip(),
    ),
)

BARE = Subject(
    "the bare round trip",
    (
        """
import ipywidgets
from ipycanvas import Canvas

canvas = Canvas(width=280, height=280)
label = ipywidgets.Label("0")
canvas.add_class("bare-pad")
label.add_class("bare-points")
count = 0

def move(x, y):
    global count
    count += 1
    label.value = str(count)

canvas.on_mouse_move(move)
ipywidgets.VBox([canvas, label])
""".strip(),
    ),
    "canvas.bare-pad",
    {"selector": ".bare-points"},
    0,
)

PEER = Subject(
    "the obvious notebook",
    (
        """
import ipywidgets
import keras
import matplotlib.pyplot as plt
import mnistviz
import numpy as np
from ipycanvas import Canvas
from PIL import Image, ImageDraw

model = mnistviz.load_model()
maps = [layer for layer in model.layers if len(layer.output.shape) == 4]
submodel = keras.Model(model.inputs, [layer.output for layer in [*maps, model.layers[-1]]])
""".strip(),
        """
canvas = Canvas(width=280, height=280)
canvas.add_class("peer-pad")
canvas.line_width = 22
output = ipywidgets.Output()
output.add_class("peer-output")
image = Image.new("L", (280, 280))
points = []
pressed = False

def mosaic(activation):
    maps = [np.pad(activation[:, :, channel], 1) for channel in range(activation.shape[-1])]
    return np.vstack([np.hstack(maps[first : first + 16]) for first in range(0, len(maps), 16)])

@output.capture(clear_output=True, wait=True)
def show():
    digit = np.asarray(image.resize((28, 28)), np.float32)[None, :, :, None] / 255
    *activations, probabilities = submodel.predict(digit, verbose=0)
    figure, axes = plt.subplots(len(maps) + 1, 1, figsize=(6, 6), layout="constrained")
    for axis, layer, activation in zip(axes, maps, activations):
        axis.imshow(mosaic(activation[0]))
        axis.set_title(layer.name)
        axis.axis("off")
    axes[-1].bar(range(10), probabilities[0])
    plt.show()
    print(f"{len(points)} points: {probabilities[0].argmax()}")

def press(x, y):
    global pressed
    pressed = True
    points.append((x, y))

def move(x, y):
    if not pressed:
        return
    canvas.stroke_line(*points[-1], x, y)
    ImageDraw.Draw(image).line([points[-1], (x, y)], fill=255, width=22)
    points.append((x, y))
    show()

def lift(x, y):
    global pressed
    pressed = False

canvas.on_mouse_down(press)
canvas.on_mouse_move(move)
canvas.on_mouse_up(lift)
display(ipywidgets.HBox([canvas, output]))
show()
""".strip(),
    ),
    "canvas.peer-pad",
    {"selector": ".peer-output", "pattern": "(\\d+) points"},
    1,
)
