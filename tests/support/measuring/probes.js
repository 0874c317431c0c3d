// Measures in the page: starts kernels and cells, draws at a fixed rate, and notes when the page shows the result.
// All times are milliseconds of performance.now(). The page must load this first, since it counts object URLs.

const liveUrls = new Set();
for (const [name, note] of [["createObjectURL", (url) => liveUrls.add(url)], ["revokeObjectURL", (url) => liveUrls.delete(url)]]) {
  const original = URL[name].bind(URL);
  URL[name] = (argument) => {
    const url = original(argument);
    note(url ?? argument);
    return url;
  };
}

/** Returns the number that a probe shows: an attribute of an element, or what a pattern finds in its text; null if none. */
function read({ selector, attribute, pattern }) {
  const element = document.querySelector(selector);
  const text = attribute ? element?.getAttribute(attribute) : element?.textContent;
  const found = text?.match(pattern ?? "^\\d+$");
  return found ? Number(found[1] ?? found[0]) : null;
}

/** Calls `see` after every change below `root`. */
function watch(root, attributes, see) {
  const observer = new MutationObserver(see);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes });
  return observer;
}

/** Returns point `step` of a scribble that goes once round in 47 steps, a little differently each time. */
function scribble({ width, height }, step) {
  const angle = (2 * Math.PI * step) / 47;
  return [(0.5 + 0.35 * Math.sin(angle)) * width, (0.5 + 0.38 * Math.sin(2 * angle + step / 50)) * height];
}

window.probes = {
  liveUrls: () => liveUrls.size,

  /** Starts a new kernel for a notebook; resolves to the milliseconds that it takes. */
  async freshKernel(path) {
    const { sessionContext } = window.notebooks.panel(path);
    await sessionContext.shutdown();
    const start = performance.now();
    await sessionContext.changeKernel({ name: "python3" });
    const kernel = window.notebooks.kernel(path);
    await kernel.info;
    await kernel.requestCommInfo({}); // answered after all that JupyterLab itself asks a new kernel
    return performance.now() - start;
  },

  /** Runs all cells of the notebook in front; milliseconds until the probe shows `least`, or null after `limit` seconds. */
  run(probe, least, limit) {
    return new Promise((resolve) => {
      const finish = (milliseconds) => {
        observer.disconnect();
        resolve(milliseconds);
      };
      const start = performance.now();
      const observer = watch(document.body, [probe.attribute ?? "class"], () => {
        const value = read(probe);
        if (value !== null && value >= least) finish(performance.now() - start);
      });
      setTimeout(() => finish(null), 1000 * limit);
      window.jupyterapp.commands.execute("notebook:run-all-cells");
    });
  },

  /**
   * Draws one stroke on a canvas: a press, then `count` moves, `rate` a second, whatever the page is doing.
   * `points` is the probe that counts the points shown; a press counts as `pressCounts` points.
   * `sent` is when each move was dispatched and `due` when it should have been, `seen` is [time, points, updates] of every change.
   */
  async draw({ canvas, points, updates, pressCounts, count, rate, limit }) {
    const target = document.querySelector(canvas);
    const size = target.getBoundingClientRect();
    const stroke = Array.from({ length: count + 1 }, (_, step) => scribble(size, step));
    const seen = [];
    const base = read(points) + pressCounts;
    let arrived;
    const last = new Promise((resolve) => (arrived = resolve));
    const observer = watch(document.querySelector(points.selector), [points.attribute, updates?.attribute].filter(Boolean), () => {
      const shown = read(points);
      if (shown === null) return;
      seen.push([performance.now(), shown - base, updates ? read(updates) : seen.length]);
      if (shown - base >= count) arrived();
    });
    const { due, sent } = await window.pen.draw(target, stroke, 1000 / rate);
    await Promise.race([last, new Promise((resolve) => setTimeout(resolve, 1000 * limit))]);
    observer.disconnect();
    return { sent, due, seen };
  },
};
