/**
 * Makes the maps as large as they can be while all layers are in sight. They lie in lines that are read as text is, each layer with
 * weights at the start of one; or all side by side, where there is room for that; or, on a phone, one at a time.
 */

import { FEW_UNITS, fitted, sideBySide } from "../../core/strip/geometry";
import type { Strip } from "../../core/strip/strip";
import type { Stage } from "../stage";
import { isScrolled, isSequence } from "./fold";

const UNIT_HEIGHT = 11; // CSS pixels
const UNITS_ACROSS = 32; // in a third of the width
const NUMBER_HEIGHT = 24; // of a unit that is written out
const NUMBERS_ACROSS = 5;
const LEAST_HEIGHT = 140; // CSS pixels, of all maps
const LEAST_LINE = 70; // CSS pixels, of the maps of a line
const LEAST_LINE_OF_MANY = 120; // CSS pixels, where one has to scroll through the layers anyway
const FEW_LINES = 3;
const LEAST_SCROLLED = 150; // CSS pixels, of a window in which one scrolls
const LEAST_PITCH = 26; // CSS pixels from map to map in such a window
const LARGEST_CELL = 10; // CSS pixels of a value of a sequence
const MAPS = ".mnistviz-layer[data-layer]:not(.mnistviz-units)";
const GAP = 4; // CSS pixels between the lines
const COLUMN_GAP = 20; // CSS pixels between layers, for an arrow
const TITLE_HEIGHT = 20; // CSS pixels, of one line
const LARGE = 40; // CSS pixels of a map
const SCROLL_BAR = 16; // CSS pixels, at most
const AROUND = 160; // CSS pixels that the notebook's bars take from the window's height

export class Arrangement {
  constructor(private readonly stage: Stage) {}

  /** Fits all strips into the window. */
  fit(): void {
    const { layers, strips } = this.stage;
    const width = layers.clientWidth;
    if (!width) return; // not laid out yet
    const maps = [...strips.values()].filter(({ sizes }) => sizes.isMaps);
    const isSingle = Boolean(layers.querySelector(".mnistviz-chooser")?.clientHeight);
    const isSideBySide = !isSingle && this.isPlain() && this.isWideEnough(maps, width);
    layers.classList.toggle("mnistviz-side-by-side", isSideBySide);
    if (isSideBySide) this.layOutSideBySide(maps, width);
    else this.layOutInLines(maps, isSingle ? width : Math.max(this.leastLine, this.height() / this.openLines));
    for (const strip of strips.values()) {
      const room = this.foldOf(strip)?.clientWidth;
      if (!room || strip.sizes.isMaps) continue; // another layer is chosen
      limit(strip, LEAST_SCROLLED);
      if (strip.sizes.channels <= FEW_UNITS) strip.resize(room, NUMBER_HEIGHT, NUMBERS_ACROSS);
      else strip.resize(room, UNIT_HEIGHT, UNITS_ACROSS);
    }
  }

  /** Whether the maps are large enough side by side, and leave room for a dock below; a dock that is open doesn't change that. */
  private isWideEnough(maps: readonly Strip[], width: number): boolean {
    const height = this.room() - this.unitsHeight() - 2 * (TITLE_HEIGHT + GAP);
    const { pitch } = sideBySide(
      maps.map(({ sizes }) => sizes),
      withoutGaps(width, maps.length),
      height,
    );
    return maps.length > 1 && pitch >= LARGE;
  }

  private layOutSideBySide(maps: readonly Strip[], width: number): void {
    const sizes = maps.map((strip) => strip.sizes);
    const room = withoutGaps(width, maps.length);
    const { rows, pitch } = sideBySide(sizes, room, this.height());
    const across = sizes.map(({ channels }) => Math.ceil(channels / rows));
    const total = across.reduce((sum, count) => sum + count, 0);
    maps.forEach((strip, i) => {
      const count = across[i] ?? 1;
      const fold = this.foldOf(strip);
      if (fold) fold.style.width = `${Math.floor((room * count) / total)}px`;
      strip.resize(count * pitch, 0, count);
    });
  }

  private layOutInLines(maps: readonly Strip[], height: number): void {
    for (const strip of maps) {
      const fold = this.foldOf(strip);
      if (!fold) continue;
      fold.style.width = "";
      if (!fold.clientWidth) continue; // another layer is chosen
      if (isScrolled(strip)) layOutScrolled(strip, fold.clientWidth, Math.max(height, LEAST_SCROLLED));
      else {
        const { across, pitch } = fitted(strip.sizes, fold.clientWidth, height);
        strip.resize(across * pitch, 0, across);
      }
    }
  }

  /** Whether maps come first and units last, and none is scrolled, so that all maps can stand side by side. */
  private isPlain(): boolean {
    return [...this.stage.strips.values()].every(
      (strip) => !isScrolled(strip) && (strip.sizes.isMaps || this.foldOf(strip)?.matches(".mnistviz-units")),
    );
  }

  private get leastLine(): number {
    return this.lines > FEW_LINES ? LEAST_LINE_OF_MANY : LEAST_LINE;
  }

  /** The number of lines before the units at the end. */
  private get lines(): number {
    return Math.max(1, linesOf([...this.stage.layers.querySelectorAll<HTMLElement>(MAPS)]));
  }

  /** The number of these lines in which maps are shown. */
  private get openLines(): number {
    return Math.max(1, linesOf([...this.stage.layers.querySelectorAll<HTMLElement>(`${MAPS}[open]`)]));
  }

  /** Returns the height for all maps, in CSS pixels, so that the whole explorer fits into the window. */
  private height(): number {
    const { dock, folds, layers } = this.stage;
    const title = folds.values().next().value?.querySelector("summary")?.offsetHeight ?? 0;
    const titles = layers.classList.contains("mnistviz-side-by-side") ? 1 : this.lines;
    const units = dock.hidden ? this.unitsHeight() : 0; // with a dock, they are below what is in sight
    return Math.max(LEAST_HEIGHT, this.room() - titles * title - units - dock.offsetHeight); // a title has the gap above it
  }

  /** Returns the height from the first title to the end of the window, in CSS pixels, with the pad in sight if it is beside. */
  private room(): number {
    const { folds, layers, pad } = this.stage;
    const [first, around] = [folds.values().next().value ?? layers, pad.getBoundingClientRect()];
    const isBelowPad = layers.getBoundingClientRect().top >= around.bottom;
    const above = isBelowPad ? 0 : first.getBoundingClientRect().top - around.top;
    return window.innerHeight - AROUND - above;
  }

  private unitsHeight(): number {
    const units = [...this.stage.strips.values()].find(({ sizes }) => !sizes.isMaps);
    return units ? TITLE_HEIGHT + GAP + Math.ceil(units.sizes.channels / UNITS_ACROSS) * (UNIT_HEIGHT + 1) : 0;
  }

  private foldOf({ layer }: Strip): HTMLElement | undefined {
    return this.stage.folds.get(layer.name);
  }
}

/** Returns how many lines elements form that lie in rows. */
function linesOf(elements: readonly HTMLElement[]): number {
  return new Set(elements.map(({ offsetTop }) => offsetTop)).size;
}

/** Makes maps large enough to see, or stretches a sequence over the width; one scrolls to what finds no room. */
function layOutScrolled(strip: Strip, width: number, height: number): void {
  const { sizes } = strip;
  const room = limit(strip, height);
  if (isSequence(strip.layer)) {
    const across = Math.min(width - SCROLL_BAR, Math.max(sizes.columns * LARGEST_CELL, LEAST_PITCH));
    strip.resize(across, Math.max(sizes.rows, Math.min(sizes.rows * LARGEST_CELL, room - SCROLL_BAR)), 1);
    return;
  }
  const pitch = Math.max(LEAST_PITCH, fitted(sizes, width - SCROLL_BAR, room).pitch);
  const across = Math.max(1, Math.floor((width - SCROLL_BAR) / pitch));
  strip.resize(across * pitch, 0, across);
}

/** Limits the height of the window of a strip, if it has one. Returns that. */
function limit({ canvas }: Strip, height: number): number {
  const scroller = canvas.parentElement;
  if (scroller?.matches(".mnistviz-scroller")) scroller.style.maxHeight = `${Math.round(height)}px`;
  return height;
}

/** Returns what gaps leave of a width for so many columns. */
function withoutGaps(width: number, columns: number): number {
  return width - COLUMN_GAP * (columns - 1);
}
