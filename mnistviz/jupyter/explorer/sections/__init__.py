"""The sections of the explorer, in the order in which they are computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.jupyter.explorer.sections.attribution import AttributionSection
from mnistviz.jupyter.explorer.sections.beside import BesideSection
from mnistviz.jupyter.explorer.sections.choice import ChoiceSection
from mnistviz.jupyter.explorer.sections.counterfactual import CounterfactualSection
from mnistviz.jupyter.explorer.sections.framing import FramingSection
from mnistviz.jupyter.explorer.sections.history import HistorySection
from mnistviz.jupyter.explorer.sections.kernels import KernelsSection
from mnistviz.jupyter.explorer.sections.maps import MapsSection
from mnistviz.jupyter.explorer.sections.maximise import MaximiseSection
from mnistviz.jupyter.explorer.sections.microscope import MicroscopeSection
from mnistviz.jupyter.explorer.sections.neighbours import NeighboursSection
from mnistviz.jupyter.explorer.sections.surgery import SurgerySection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.jupyter.explorer.sections.section import Section
    from mnistviz.network.engine import Engine
    from mnistviz.network.layers import Layer


def make_sections(layers: Sequence[Layer], other: Engine | None = None) -> list[Section]:
    """Returns new sections for one explorer.

    Args:
        layers: of its network.
        other: a network to compare it with.
    """
    return [
        ChoiceSection(),
        MapsSection(layers),
        KernelsSection(),
        MicroscopeSection(),
        FramingSection(),
        BesideSection(other),
        HistorySection(),
        AttributionSection(),
        CounterfactualSection(),
        NeighboursSection(),
        MaximiseSection(),
        SurgerySection(),
    ]
