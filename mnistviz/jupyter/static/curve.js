// A curve of a training: of its batches as a line, and of the digits held back as dots. The texts are HTML, so that they keep
// their size and are read aloud; only the lines are drawn.

const GRID = [0, 0.25, 0.5, 0.75, 1];

class Curve {
  /**
   * @param {string} name  what is drawn
   * @param {(value: number) => string} text  a value in words
   * @param {number?} most  the upper end of the scale; null if it follows the values
   */
  constructor(name, text, most) {
    Object.assign(this, { name, text, most });
    this.svg = shape("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none", role: "img" });
    for (const y of GRID) this.svg.append(shape("path", { class: "mnistviz-grid", d: `M0 ${100 * y}H100` }));
    this.line = shape("path", { class: "mnistviz-training-line" });
    this.dots = shape("path", { class: "mnistviz-validation-dots" });
    this.svg.append(this.line, this.dots);
    this.training = element("span", "mnistviz-training-key");
    this.validation = element("span", "mnistviz-validation-key");
    this.top = element("span", "mnistviz-top");
    this.end = element("span", "mnistviz-end");
    const plot = element("div", "mnistviz-plot", [
      this.top,
      element("span", "mnistviz-bottom", [this.mark(0)]),
      this.svg,
      element("span", "mnistviz-begin", ["batch 0"]),
      this.end,
    ]);
    const keys = element("span", "mnistviz-keys", [this.training, this.validation]);
    this.el = element("figure", "mnistviz-curve", [element("figcaption", "", [element("b", "", [name]), keys]), plot]);
  }

  /** An end of the scale: without zeros behind the point. */
  mark(value) {
    return this.text(value).replace(/\.0+(?!\d)/, "");
  }

  /**
   * @param {number[]} batches, values  of the training
   * @param {[number, number][]} validations  after how many batches, and the value
   * @param {number} trained, end  batches so far, and in the end
   */
  show(batches, values, validations, trained, end) {
    const most = this.most ?? Math.max(1, ...values, ...validations.map(([, value]) => value));
    const place = ([batch, value]) => `${((100 * batch) / Math.max(end, 1)).toFixed(2)} ${(100 - (100 * value) / most).toFixed(2)}`;
    const points = batches.map((batch, i) => place([batch, values[i]]));
    this.line.setAttribute("d", points.length ? `M${points.join("L")}` : "");
    // Lines without length and with round ends: dots that stay round although the axes are stretched.
    this.dots.setAttribute("d", validations.map((validation) => `M${place(validation)}h0`).join(""));
    const [training, validation] = [values.at(-1), validations.at(-1)?.[1]].map((value) => (value === undefined ? "" : this.text(value)));
    setText(this.training, `training ${training}`);
    setText(this.validation, `held back ${validation}`);
    setText(this.top, this.mark(most));
    setText(this.end, String(end));
    const none = "not known yet";
    this.svg.setAttribute("aria-label", `${this.name} after ${trained} batches: training ${training || none}, held back ${validation || none}`);
  }
}

function shape(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

