// Ten sample digits as buttons, and a button for ten others.

const SIDE = 28;

function render({ model, el }) {
  const canvases = Array.from({ length: 10 }, (_, digit) => {
    const canvas = element("canvas", "mnistviz-paper");
    const button = element("button", "", [canvas]);
    button.setAttribute("aria-label", `Sample of a ${digit}`);
    button.addEventListener("click", () => model.send({ kind: "choose", digit }));
    el.append(button);
    return canvas;
  });
  const more = element("button", "mnistviz-more", ["others"]);
  more.setAttribute("aria-label", "Show other samples");
  more.addEventListener("click", () => model.send({ kind: "more" }));
  el.append(more);
  el.classList.add("mnistviz-samples");

  const paint = () => {
    const ink = toBytes(model.get("digits"));
    canvases.forEach((canvas, digit) => paintInk(canvas, ink.subarray(digit * SIDE * SIDE), SIDE, SIDE));
  };
  paint();
  model.on("change:digits", paint);
  return () => model.off("change:digits", paint);
}

export default { render };
