"""Makes assets/digit_map.npz anew: where the bundled digits lie on the map of the shipped network. Run it after each training.

    make digit-map
    make digit-map MNIST=mnist.npz   # measures the map on digits of the test split, too

It needs scikit-learn, which nothing else does. Beside TensorFlow that slows down every import, so `make` installs it elsewhere.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.manifold import TSNE

import mnistviz.assets
from mnistviz.data.digits import as_digits, load_digits, load_mnist
from mnistviz.explain.digit_map import FILE, NEAREST, DigitMap, fitted, nearest_others, save_places
from mnistviz.explain.hidden_layer import last_hidden_layer
from mnistviz.explain.known_digits import KnownDigits
from mnistviz.network.engine import shipped_engine

PERPLEXITY = 20
ITERATIONS = 1500
"""Chosen by how many neighbours the bundled digits keep; assets/README.md has what else was tried."""
TEST_DIGITS = 2000


def features_of(digits: np.ndarray) -> np.ndarray:
    """Returns what the shipped network's last hidden layer makes of digits."""
    engine = shipped_engine()
    layer = last_hidden_layer(engine.layers).name
    return np.concatenate([engine.run(digits[start : start + 250])[layer] for start in range(0, len(digits), 250)])


def overlap_of_new(known: KnownDigits, digits: np.ndarray) -> float:
    """Returns the share of the true neighbours of new digits that are neighbours on the map, too."""
    shares = []
    for values in features_of(digits):
        near, _ = known.nearest(values, NEAREST)
        distances = np.linalg.norm(known.map.places - known.map.place(near), axis=1)
        shares.append(np.isin(near, np.argpartition(distances, NEAREST)[:NEAREST]).mean())
    return float(np.mean(shares))


images, labels = load_digits()
features = features_of(as_digits(images))
plane = TSNE(2, perplexity=PERPLEXITY, max_iter=ITERATIONS, init="pca", random_state=0).fit_transform(features.astype(np.float64))
places = fitted(plane)
assets = Path(mnistviz.assets.__file__).parent
save_places(assets / FILE, places, assets / "cnn.tflite")
mnistviz.assets.write_checksums(assets)
digit_map = DigitMap(places, labels, nearest_others(features), "t-SNE")
print(f"bundled digits: {digit_map.overlap:.3f} of the {NEAREST} true neighbours are neighbours on the map")
if len(sys.argv) > 1:
    chosen = as_digits(load_mnist(sys.argv[1]).test_images[:: 10_000 // TEST_DIGITS])
    known_digits = KnownDigits(last_hidden_layer(shipped_engine().layers), features, images, labels, digit_map)
    print(f"{len(chosen)} test digits: {overlap_of_new(known_digits, chosen):.3f}")
