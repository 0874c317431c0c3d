// One map of a strip, large, beside its place in the strip. It follows the drawing as the strip does.

const ENLARGED_SIDE = 264; // CSS pixels, at most

class Enlargement {
  constructor(onPoint) {
    this.el = element("div", "mnistviz-enlargement");
    this.el.hidden = true;
    this.onPoint = onPoint;
    this.strip = this.map = null;
  }

  /** Enlarges the map at `place`; the same one a second time closes it. */
  toggle(strip, place) {
    const isOpen = this.strip === strip && this.map.only === place.channel;
    this.close();
    if (isOpen || !strip.isMaps) return;
    this.strip = strip;
    const close = () => {
      this.close();
      strip.canvas.focus({ preventScroll: true });
    };
    this.map = new Strip(strip.layer, this.onPoint, close, close);
    this.map.only = place.channel;
    this.map.cursor = { ...place };
    const name = `${strip.layer.name}, channel ${place.channel}`;
    this.map.canvas.setAttribute("aria-label", `${name}, enlarged. Arrow keys read values, Escape closes.`);
    const button = element("button", "", ["\u00d7"]);
    button.setAttribute("aria-label", "Close the enlarged map");
    button.addEventListener("click", close);
    this.el.replaceChildren(element("div", "mnistviz-enlargement-title", [name, button]), this.map.canvas);
    this.el.hidden = false;
    this.map.resize(strip.columns * Math.max(1, Math.floor(ENLARGED_SIDE / strip.columns)), 0);
    this.refresh(strip);
    this.moveBeside(strip, place);
    this.map.canvas.focus({ preventScroll: true });
    this.onPoint(this.map, false);
  }

  /** Closes the enlargement, or only if it belongs to `strip`. */
  close(strip = this.strip) {
    if (this.strip !== strip) return;
    this.el.hidden = true;
    this.strip = this.map = null;
  }

  /** The strip has new codes or values. */
  refresh(strip) {
    if (this.strip !== strip || !strip?.codes) return;
    this.map.show(strip.codes, strip.range, strip.table);
    this.map.values = strip.values;
  }

  /** On the side with more room, inside the layers and, if possible, inside the window. */
  moveBeside(strip, place) {
    const layers = this.el.parentElement;
    const [x, y] = strip.corner(place.channel);
    const { offsetWidth: width, offsetHeight: height } = this.el;
    const left = strip.canvas.offsetLeft + x;
    const beside = left > layers.clientWidth / 2 ? left - width - 8 : left + strip.cell.width + 8;
    const statusBar = 40;
    const bottom = Math.min(layers.scrollHeight, window.innerHeight - statusBar - layers.getBoundingClientRect().top);
    this.el.style.left = `${Math.max(0, beside)}px`;
    this.el.style.top = `${Math.max(0, Math.min(strip.canvas.offsetTop + y, bottom - height))}px`;
  }
}

