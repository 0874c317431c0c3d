/** Turns the pixels of a decoded picture into grey on paper, as in Python (`mnistviz/reading/pixels.py`). */

import { blankImage, type Image } from "../ink/framing_steps";

/** Pixels as a canvas gives them: red, green, blue and opacity, 0 to 255, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * Returns the greys of a picture, 0 black to 1 white. Where it is transparent it gets white paper; black paper if it has light ink,
 * which would be invisible on white.
 */
export function greyOf({ width, height, data }: Pixels): Image {
  const grey = blankImage(height, width);
  const opacity = new Float32Array(width * height);
  let [visible, light] = [0, 0];
  for (let i = 0; i < opacity.length; i++) {
    const [red, green, blue, alpha] = [0, 1, 2, 3].map((part) => (data[4 * i + part] ?? 0) / 255) as [
      number,
      number,
      number,
      number,
    ];
    opacity[i] = alpha;
    grey.data[i] = ((red + green + blue) / 3) * alpha;
    visible += alpha;
    light += grey.data[i] as number;
  }
  const isLightInk = visible > 0 && visible < opacity.length / 2 && light > visible / 2;
  if (isLightInk) return grey;
  return { ...grey, data: grey.data.map((value, i) => value + 1 - (opacity[i] as number)) };
}
