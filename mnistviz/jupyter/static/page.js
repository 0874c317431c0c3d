// Small helpers of the view: elements, numbers in words, bytes and colours.

/** Ink on paper: black where the network gets 1. The dark theme inverts it, as it does the pad. */
const PAPER = Uint32Array.from({ length: 256 }, (_, code) => 0xff000000 | ((255 - code) * 0x010101));

/** Paints ink (uint8, row by row) on a canvas of that size. */
function paintInk(canvas, ink, width, height) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pixels = new ImageData(width, height);
  const colours = new Uint32Array(pixels.data.buffer);
  for (let i = 0; i < colours.length; i++) colours[i] = PAPER[ink[i]];
  canvas.getContext("2d").putImageData(pixels, 0, 0);
}

function colourTable(bytes) {
  return Uint32Array.from({ length: 256 }, (_, i) => 0xff000000 | (bytes[3 * i + 2] << 16) | (bytes[3 * i + 1] << 8) | bytes[3 * i]);
}

/** The place of a value in a colour table of 256, whose middle is 0 if there are negative values. */
function codeOf(value, high, signed) {
  const share = high ? Math.max(-1, Math.min(1, value / high)) : 0;
  return signed ? 128 + Math.round(127 * share) : Math.max(0, Math.round(255 * share));
}

/** Black or white, whichever has more contrast on this colour (0xAABBGGRR), by WCAG's relative luminance. */
function inkOn(colour) {
  const [red, green, blue] = [0, 8, 16].map((shift) => (((colour >> shift) & 255) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000" : "#fff";
}

function rangeText(low, high) {
  const [least, most] = [Math.min(...low), Math.max(...high)];
  const text = `${compact(least)} .. ${compact(most)}`;
  return low.length > 1 ? `per map, at most ${text}` : text;
}

function compact(value) {
  return String(Number(value.toPrecision(3)));
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

/** Changes a text only if it differs, since every change costs a layout. Returns whether it did. */
function setText(node, text) {
  if (node.textContent === text) return false;
  node.textContent = text;
  return true;
}

/** The model of another widget, or null if that has been closed meanwhile. */
async function modelOf(manager, id) {
  try {
    return await manager.get_model(id);
  } catch {
    return null;
  }
}

/** Nothing in these elements can be used any more. That the mouse leaves them then must not be told to the kernel, either. */
function disable(elements) {
  for (const one of elements) {
    one.inert = true;
    for (const name of ["mouseout", "mouseup", "touchend", "touchcancel"]) {
      one.addEventListener(name, (event) => event.stopPropagation(), { capture: true });
    }
  }
}

function toBytes(view) {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function element(name, className, children = []) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

