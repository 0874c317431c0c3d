"""The size of a machine for a class, by the rule of The Littlest JupyterHub.

Memory = students at once x memory of one + 128 MB. Processor = students at once x processor of one + 20 % of a core. The memory
of one is the most that was measured and 20 to 40 % on top. (the-littlest-jupyterhub, docs/howto/admin/resource-estimation.md)
"""

from __future__ import annotations

from dataclasses import dataclass

OVERHEAD_MB, OVERHEAD_CORES = 128, 0.2
HEADROOM = 1.3
"""The middle of the rule's 20 to 40 %."""


@dataclass(frozen=True)
class Size:
    """A machine.

    Attributes:
        memory: GB.
        cores: of the processor.
    """

    memory: float
    cores: float


def size_for(students: int, memory: float, cores: float, headroom: float = HEADROOM) -> Size:
    """Returns the machine for students who work at the same time.

    Args:
        students: at once. In a lesson that is all of them; over a day, the rule counts 40 to 60 % of the class.
        memory: MB of one student.
        cores: of the processor that one student uses while drawing, such as 0.05.
        headroom: factor on the memory of one, for what students try out.
    """
    return Size((students * memory * headroom + OVERHEAD_MB) / 1024, students * cores + OVERHEAD_CORES)
