/** One map of a strip, large, beside its place in the strip. It follows the updates as the strip does. */

import { button, element } from "../dom";
import { text } from "../text";
import { corner, type Place } from "./geometry";
import { Strip, type StripListener } from "./strip";

const SIDE = 264; // CSS pixels, at most
const MARGIN = 8; // CSS pixels between map and enlargement
const STATUS_BAR = 40; // CSS pixels at the window's lower edge

export class Enlargement {
  readonly el = element("div", "mnistviz-enlargement");
  private strip: Strip | null = null;
  private map: Strip | null = null;

  /** @param onPoint hears of the cursor on the enlarged map */
  constructor(private readonly onPoint: StripListener["point"]) {
    this.el.hidden = true;
  }

  /** Enlarges the map at a place; the same one a second time closes it. */
  toggle(strip: Strip, place: Place): void {
    const isOpen = this.strip === strip && this.map?.only === place.channel;
    this.close();
    if (isOpen || !strip.sizes.isMaps) return;
    const close = (): void => {
      this.close();
      strip.canvas.focus({ preventScroll: true });
    };
    const map = new Strip(strip.layer, { point: this.onPoint, choose: close, escape: close });
    map.only = place.channel;
    map.cursor = { ...place };
    const name = text("map", { layer: strip.layer.name, channel: place.channel });
    map.canvas.setAttribute("aria-label", text("map-enlarged", { map: name }));
    const closing = button("\u00d7", close, text("close-enlarged-map"));
    closing.className = "";
    this.el.replaceChildren(element("div", "mnistviz-enlargement-title", [name, closing]), map.canvas);
    this.el.hidden = false;
    map.resize(strip.sizes.columns * Math.max(1, Math.floor(SIDE / strip.sizes.columns)));
    Object.assign(this, { strip, map });
    this.refresh(strip);
    this.moveBeside(strip, place);
    map.canvas.focus({ preventScroll: true });
    this.onPoint(map, false);
  }

  /** Closes the enlargement. */
  close(): void {
    this.el.hidden = true;
    this.strip = this.map = null;
  }

  /** Takes over the new codes or values of a strip. */
  refresh(strip: Strip): void {
    if (this.strip !== strip || !strip.codes) return;
    this.map?.show(strip.codes, strip.range, strip.table);
    if (this.map) this.map.values = strip.values;
  }

  /** Goes to the side with more room, inside the layers and, if possible, inside the window. */
  private moveBeside(strip: Strip, place: Place): void {
    const layers = this.el.parentElement;
    if (!layers || !strip.layout) return;
    const [x, y] = corner(strip.layout, place.channel);
    const { offsetWidth: width, offsetHeight: height } = this.el;
    const left = strip.canvas.offsetLeft + x;
    const isRight = left > layers.clientWidth / 2;
    const beside = isRight ? left - width - MARGIN : left + strip.layout.width + MARGIN;
    const bottom = Math.min(layers.scrollHeight, window.innerHeight - STATUS_BAR - layers.getBoundingClientRect().top);
    this.el.style.left = `${Math.max(0, beside)}px`;
    this.el.style.top = `${Math.max(0, Math.min(strip.canvas.offsetTop + y, bottom - height))}px`;
  }
}
