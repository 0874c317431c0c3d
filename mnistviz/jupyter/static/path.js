// The path of a trace: a line over the layers from one cell down to the pixel, walked step by step.

const WALK = 350; // milliseconds a step

class Path {
  /** @param {(stop: object) => number[]?} locate  where a stop is in the window, or null if its layer is folded */
  constructor(locate) {
    this.locate = locate;
    this.el = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    this.el.classList.add("mnistviz-path");
    this.el.setAttribute("aria-hidden", "true"); // the list in the panel says the same
    this.lines = ["mnistviz-path-edge", "mnistviz-path-line"].map((name) => this.add("polyline", name));
    this.dots = [];
    this.list = element("ol", "mnistviz-stops");
    this.clear();
  }

  add(name, className) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    node.classList.add(className);
    this.el.append(node);
    return node;
  }

  clear() {
    clearTimeout(this.timer);
    this.stops = [];
    this.walked = 0;
    this.paint();
  }

  /** Another path. The first one is walked; while it changes under the pen, it is shown as far as it has been walked. */
  show(stops) {
    const isNew = !this.stops.length;
    this.stops = stops;
    if (isNew) {
      this.walked = isStill() ? stops.length : 1;
      this.walk();
    } else this.paint();
  }

  walk() {
    this.paint();
    if (this.walked >= this.stops.length) return;
    this.timer = setTimeout(() => {
      this.walked += 1;
      this.walk();
    }, WALK);
  }

  paint() {
    const stops = this.stops.slice(0, this.walked);
    while (this.list.children.length > stops.length) this.list.lastChild.remove();
    stops.forEach(({ layer, index, value }, i) => {
      if (!this.list.children[i]) this.list.append(element("li"));
      setText(this.list.children[i], `${layer}[${index.join(", ")}] = ${value}`);
    });
    this.list.dataset.walked = stops.length && stops.length === this.stops.length ? "all" : "";
    const { left, top } = this.el.getBoundingClientRect();
    const points = stops.map((stop) => this.locate(stop)).filter(Boolean).map(([x, y]) => [x - left, y - top]);
    for (const line of this.lines) line.setAttribute("points", points.map((point) => point.join(",")).join(" "));
    while (this.dots.length > points.length) this.dots.pop().remove();
    while (this.dots.length < points.length) this.dots.push(this.add("circle", "mnistviz-path-dot"));
    points.forEach(([x, y], i) => {
      this.dots[i].setAttribute("cx", x);
      this.dots[i].setAttribute("cy", y);
      this.dots[i].setAttribute("r", 4);
    });
  }
}

/** The reader's system asks for less motion. */
function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

