// Ten sample digits as buttons, and a button for ten others.

const SIDE = 28;

function render({ model, el }) {
  const canvases = Array.from({ length: 10 }, (_, digit) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE, className: "mnistviz-paper" });
    const button = document.createElement("button");
    button.setAttribute("aria-label", `Sample of a ${digit}`);
    button.append(canvas);
    button.addEventListener("click", () => model.send({ kind: "choose", digit }));
    el.append(button);
    return canvas;
  });
  const more = Object.assign(document.createElement("button"), { textContent: "others", className: "mnistviz-more" });
  more.setAttribute("aria-label", "Show other samples");
  more.addEventListener("click", () => model.send({ kind: "more" }));
  el.append(more);
  el.classList.add("mnistviz-samples");

  const paint = () => {
    const view = model.get("digits");
    const ink = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    canvases.forEach((canvas, digit) => {
      const pixels = new ImageData(SIDE, SIDE);
      for (let i = 0; i < SIDE * SIDE; i++) {
        const grey = 255 - ink[digit * SIDE * SIDE + i];
        pixels.data.set([grey, grey, grey, 255], 4 * i);
      }
      canvas.getContext("2d").putImageData(pixels, 0, 0);
    });
  };
  paint();
  model.on("change:digits", paint);
  return () => model.off("change:digits", paint);
}

export default { render };
