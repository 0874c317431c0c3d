"""Which channels read which: checked against the definition of each kind of layer."""

from __future__ import annotations

from dataclasses import replace

from mnistviz.network.channels import channel_blocks
from mnistviz.network.engine import shipped_engine
from mnistviz.network.input_form import InputForm
from mnistviz.network.layers import Layer

MAPS = Layer("conv", "Conv2D", (26, 26, 8), 80, (3, 3, 1), signed=True)


def following(kind: str, channels: int, window: tuple[int, ...] | None = None, activation: str | None = None) -> dict:
    layer = Layer("next", kind, (24, 24, channels), 0, window, signed=True, activation=activation)
    return channel_blocks([MAPS, layer], "digit")


def test_the_shipped_network_reads_all_channels_in_convolutions_and_its_own_elsewhere() -> None:
    assert channel_blocks(shipped_engine().layers, "digit") == {
        "conv1": ("digit", 1, 16),
        "relu1": ("conv1", 1, 1),
        "pool1": ("relu1", 1, 1),
        "conv2": ("pool1", 16, 32),
        "relu2": ("conv2", 1, 1),
        "pool2": ("relu2", 1, 1),
    }


def test_groups_and_depth_multipliers_make_blocks() -> None:
    assert following("Conv2D", 12, (3, 3, 4))["next"] == ("conv", 4, 6)  # 2 groups of 4 inputs and 6 filters
    assert following("DepthwiseConv2D", 16)["next"] == ("conv", 1, 2)


def test_separable_and_transposed_convolutions_read_all_channels() -> None:
    assert following("SeparableConv2D", 12, (3, 3, 8))["next"] == ("conv", 8, 12)
    assert following("Conv2DTranspose", 12, (3, 3, 8))["next"] == ("conv", 8, 12)


def test_a_branch_reads_the_layer_that_it_names() -> None:
    one, other = (replace(MAPS, name=name, window=(3, 3, 8), reads=("conv",)) for name in ("one", "other"))
    blocks = channel_blocks([MAPS, one, other], "digit")
    assert (blocks["one"], blocks["other"]) == (("conv", 8, 8), ("conv", 8, 8))
    assert channel_blocks([MAPS, replace(MAPS, name="side", reads=("digit",))], "digit")["side"] == ("digit", 1, 8)


def test_channels_of_what_the_network_is_fed_read_the_digit() -> None:
    fed = InputForm((32, 32, 3)).layer
    first = replace(MAPS, window=(3, 3, 3))
    assert channel_blocks([fed, first], "digit") == {"model input": ("digit", 1, 3), "conv": ("model input", 3, 8)}


def test_what_is_not_known_is_left_out() -> None:
    assert "next" not in following("LayerNormalization", 8)
    assert "next" not in following("Activation", 8, activation="softmax")
    sum_ = Layer("sum", "Add", MAPS.shape, 0, None, signed=True, reads=("conv", "conv"))
    assert "sum" not in channel_blocks([MAPS, sum_], "digit")
    first = Layer("first", "ReLU", MAPS.shape, 0, None, signed=True, settings={"data_format": "channels_first"})
    assert "first" not in channel_blocks([MAPS, first], "digit")
    units = Layer("units", "Dense", (10,), 90, None, signed=True)
    assert set(channel_blocks([MAPS, units], "digit")) == {"conv"}
