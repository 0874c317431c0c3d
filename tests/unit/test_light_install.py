"""What works after `pip install mnistviz` alone, without TensorFlow, Keras and JupyterLab, and what the rest says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mnistviz.network.extras import MissingExtraError, importing_extra
from tests.support.light import hidden, run_light
from tests.support.pictures import picture_of_digits
from tests.support.strokes import ONE, SEVEN

if TYPE_CHECKING:
    from pathlib import Path

KERAS = 'Keras is not installed. Run: pip install "mnistviz[keras]"'
LAB = 'JupyterLab is not installed. Run: pip install "mnistviz[lab]"'

NBCONVERT = 'nbconvert is not installed. Run: pip install "mnistviz[lab]"'

DIGIT = """
import mnistviz
seven = mnistviz.Drawing([[(80, 60), (200, 60), (120, 240)]])
digit = mnistviz.read_digit(seven)
"""
WORKS = {
    "predict": "assert mnistviz.forward(digit).prediction == 7",
    "figures": """
forward = mnistviz.forward(digit)
mnistviz.draw_forward_pass(forward)
mnistviz.draw_explanation(mnistviz.explain_unit(forward, "conv2", (4, 6, 17)))
""",
    "explain": """
forward = mnistviz.forward(digit)
why = mnistviz.explain_unit(forward, "conv2", (4, 6, 17))
assert abs(why.terms.product.sum() + why.bias - why.value) < 1e-4
assert mnistviz.trace_unit(forward, "logits", 7)[-1][0] == "digit"
""",
    "attribute": """
attribution = mnistviz.attribute(digit, (7, 1))
assert attribution.completeness_error < 0.01
mnistviz.draw_attribution(attribution)
""",
    "maximise": """
found = mnistviz.maximise("logits", 7)
assert found.forward.prediction == 7
mnistviz.draw_maximised(found, mnistviz.strongest_patches("logits", 7))
""",
    "neighbours": """
found = mnistviz.neighbours(digit, 3)
assert found.labels.tolist() == [7, 7, 7] and found.map.method == "t-SNE"
mnistviz.draw_neighbours(found)
""",
    "frame": "assert mnistviz.frame(seven, crop=False).digit.shape == (28, 28)",
    "exercises": """
for kind in mnistviz.exercise_kinds():
    assert mnistviz.Exercise(kind, seven).question
""",
    "data": "assert len(mnistviz.load_digits()[0]) == len(mnistviz.load_mnist().images) + 500",
    "explore": """
explorer = mnistviz.explore()
explorer.draw(seven.strokes)
explorer.wait_idle()
assert explorer.forward.prediction == 7
explorer.explain("conv2", (4, 6, 17))
explorer.frame_with(crop=False)
card = mnistviz.exercise("conv-by-hand", explorer)
card.check(0)
explorer.wait_idle()
assert explorer.last_error is None
explorer._repr_mimebundle_()
explorer.close()
""",
    "export": """
from pathlib import Path
mnistviz.export_page("page.html", drawing=seven)
assert 500_000 < Path("page.html").stat().st_size < 900_000
""",
    "command": """
from PIL import Image
from mnistviz.cli import main
from pathlib import Path
Image.fromarray((255 - digit * 255).astype("uint8")).save("seven.png")
assert main(["predict", "seven.png", "--figure", "maps.png"]) == 0
assert Path("maps.png").stat().st_size > 10_000
""",
}
NEEDS_KERAS = """
from mnistviz.cli import main
calls = [
    lambda: mnistviz.load_model(),
    lambda: mnistviz.build_cnn(),
    lambda: mnistviz.activation_model(object()),
    lambda: mnistviz.KerasEngine(object()),
    lambda: mnistviz.explore(object()),
    lambda: mnistviz.forward(digit, object()),
    lambda: mnistviz.train_live(),
    lambda: mnistviz.load_mnist("full"),
]
sentences = []
for call in calls:
    try:
        call()
    except ModuleNotFoundError as error:
        sentences.append(str(error))
"""


def test_what_is_heavy_is_hidden() -> None:
    assert {"keras", "tensorflow", "jupyterlab", "jupyter_server", "ipykernel", "notebook"} <= hidden()
    assert hidden().isdisjoint({"numpy", "ipywidgets", "IPython", "mnistviz"})


@pytest.mark.parametrize("name", WORKS)
def test_the_base_install_is_enough(name: str, tmp_path: Path) -> None:
    done = run_light(DIGIT + WORKS[name], tmp_path)
    assert done.returncode == 0, done.stderr


def test_every_public_name_is_there(tmp_path: Path) -> None:
    code = """
import mnistviz, pydoc
from mnistviz import *
for name in mnistviz.__all__:
    assert globals()[name].__name__ == name
assert "load_model" in pydoc.plain(pydoc.render_doc(mnistviz))
"""
    done = run_light(code, tmp_path)
    assert done.returncode == 0, done.stderr


def test_whatever_needs_keras_says_how_to_install_it(tmp_path: Path) -> None:
    done = run_light(DIGIT + NEEDS_KERAS + "import json\nprint(json.dumps([len(calls), sentences]))", tmp_path)
    assert done.returncode == 0, done.stderr
    count, sentences = json.loads(done.stdout)
    assert sentences == [KERAS] * count


def test_a_platform_without_litert_runs_the_network_in_numpy(tmp_path: Path) -> None:
    code = """
from mnistviz.network.engine import shipped_engine
assert shipped_engine().note == "shipped network, NumPy (LiteRT is not available for this platform)"
forward = mnistviz.forward(digit)
assert forward.prediction == 7
assert mnistviz.trace_unit(forward, "logits", 7)[-1][0] == "digit"
mnistviz.export_page("page.html", drawing=seven)
"""
    done = run_light(DIGIT + code + WORKS["explore"], tmp_path, "ai_edge_litert")
    assert done.returncode == 0, done.stderr


def test_a_platform_without_litert_finds_the_ink_of_a_picture_in_numpy(tmp_path: Path) -> None:
    (tmp_path / "page.png").write_bytes(picture_of_digits(SEVEN, ONE))
    code = """
import mnistviz
print([mnistviz.forward(digit).prediction for digit in mnistviz.read_digits("page.png")])
"""
    done = run_light(code, tmp_path, "ai_edge_litert")
    assert (done.stdout, done.stderr) == ("[7, 1]\n", "")


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["lab"], LAB),
        (["train", "--mnist", "mnist.npz", "--pen", "pen.npz"], KERAS),
        (["train", "--network", "ink", "--mnist", "mnist.npz"], KERAS),
        (["evaluate", "--data", "full"], KERAS),
        (["export", "--notebook", "lesson.ipynb", "lesson.html"], NBCONVERT),
    ],
    ids=["lab", "train", "train ink", "evaluate", "export"],
)
def test_a_command_says_what_it_needs(command: list[str], sentence: str, tmp_path: Path) -> None:
    done = run_light(f"from mnistviz.cli import main\nraise SystemExit(main({command!r}))", tmp_path)
    assert (done.returncode, done.stderr.strip()) == (1, sentence)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("module", "kind"), [("tensorflow", MissingExtraError), ("elsewhere", ModuleNotFoundError)])
def test_only_modules_of_extras_get_the_sentence(module: str, kind: type[Exception]) -> None:
    with pytest.raises(ModuleNotFoundError) as caught, importing_extra():
        raise ModuleNotFoundError(f"No module named {module!r}", name=module)
    assert type(caught.value) is kind
    assert caught.value.name == module
