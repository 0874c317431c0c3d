"""The HTML around exported explorers. It can run only our script, and loads nothing."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from mnistviz.locale import text
from mnistviz.locale.speech import language

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Parts:
    """What makes explorers of still pictures, as HTML.

    Attributes:
        policy: the content security policy: this script, this style sheet, pictures in the page itself, and no more. It holds for
            what follows it, so it comes first in the head.
        style: the style sheet, for the head.
        data: for the script, for the body.
        script: for the end of the body. It is a module, so browsers that are too old leave it out.
    """

    policy: str
    style: str
    data: str
    script: str


def parts(data: str, *, has_other_styles: bool = False) -> Parts:
    """Returns the parts of a page.

    Args:
        data: from `explorer_data`.
        has_other_styles: whether the policy must allow more style sheets and `style` attributes than ours.
    """
    script, style = read_static("export.js"), read_static("export.css")
    return Parts(
        policy=_fill("policy.html", script=_source(script), style="'unsafe-inline'" if has_other_styles else _source(style)),
        style=_fill("style.html", style=style),
        data=_fill("data.html", data=data),
        script=_fill("script.html", script=script),
    )


def document(title: str, still: str, data: str) -> str:
    """Returns a page with one explorer as HTML.

    Args:
        title: of the page.
        still: from `still_picture`.
        data: for the script, from `explorer_data`.
    """
    part = parts(data)
    return _fill(
        "document.html",
        language=language(),
        policy=part.policy,
        title=escape(title),
        style=part.style,
        still=still,
        data=part.data,
        script=part.script,
    )


def still_picture(number: int, png: str, alternative: str) -> str:
    """Returns the picture that is shown until the script has built an explorer in its place, as HTML.

    Where scripts are off, or in a browser that is too old, it stays.

    Args:
        number: of the explorer on the page, from 0.
        png: the picture in base64.
        alternative: describes the picture for those who do not see it.
    """
    shown = {"alternative": alternative, "png": png, "needs": text("export-needs-script")}
    return _fill("still.html", number=str(number), **{name: escape(value, quote=True) for name, value in shown.items()})


def read_static(name: str) -> str:
    """Returns a built file of the page, as it may stand in a script or style element."""
    return (_FOLDER / "static" / name).read_text(encoding="utf-8").strip()


def _fill(template: str, **values: str) -> str:
    """Fills a template. The values are HTML."""
    return Template((_FOLDER / "templates" / template).read_text(encoding="utf-8").strip()).substitute(values)


def _source(content: str) -> str:
    """Returns the source of a policy that allows an inline element with this content."""
    digest = base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
