/** A strip that shows one picture in its own colours or greys, and reads all channels of the place under the cursor. */

import { rough, shortest } from "../numbers";
import { text } from "../text";
import type { Described } from "./description";
import { Strip, type StripListener } from "./strip";

export class PictureStrip extends Strip {
  /**
   * @param name of the layer that it is
   * @param shape (rows, columns, channels); codes and values have those of one place together, 0 black to white
   */
  constructor(
    name: string,
    private readonly shape: readonly [rows: number, columns: number, channels: number],
    listener: StripListener,
  ) {
    super({ name, title: name, shape: shape.slice(0, 2), signed: false }, listener);
  }

  /** The brightness of each place. */
  protected override described(): Described {
    const [rows, columns, channels] = this.shape;
    const all = this.values ?? Float32Array.from(this.codes ?? [], (code) => code / 255);
    const values = Float32Array.from({ length: rows * columns }, (_, place) => {
      const start = place * channels;
      return all.subarray(start, start + channels).reduce((sum, value) => sum + value, 0) / channels;
    });
    return { ...super.described(), values, isPicture: true };
  }

  protected override readValue(): string {
    if (!this.cursor) return "";
    const { row, column } = this.cursor;
    const [, columns, channels] = this.shape;
    const start = (row * columns + column) * channels;
    const { values, codes } = this;
    const numbers = Array.from({ length: channels }, (_, channel) =>
      values ? shortest(values[start + channel] ?? 0) : rough((codes?.[start + channel] ?? 0) / 255),
    ).join(", ");
    const value = values ? numbers : text("about", { value: numbers });
    return text("value-of-pixel", { layer: this.layer.name, row, column, value });
  }

  protected override colour(codes: Uint8Array): void {
    const channels = this.shape[2];
    const code = (place: number, channel: number): number =>
      codes[place * channels + Math.min(channel, channels - 1)] ?? 0;
    for (let place = 0; place < this.colours.length; place++)
      this.colours[place] = 0xff000000 | (code(place, 2) << 16) | (code(place, 1) << 8) | code(place, 0);
  }
}
