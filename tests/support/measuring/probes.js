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

// A callback's changes are observed before what it queues itself: an observer sees whether they were made within a frame.
let isInFrame = false;
const originalRequest = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  originalRequest((time) => {
    isInFrame = true;
    try {
      callback(time);
    } finally {
      queueMicrotask(() => (isInFrame = false));
    }
  });

const frameEnd = new MessageChannel();
const waiting = [];
frameEnd.port1.onmessage = () => waiting.shift()();

/**
 * Resolves once the main thread has painted what has just changed: after the rest of the frame that is under way, or after the
 * next one. Messages from within a frame are heard after its layout and painting. Rasterising and compositing go on beside it, and
 * the browser doesn't tell when they end.
 */
function painted() {
  return new Promise((resolve) => {
    const post = () => {
      waiting.push(resolve);
      frameEnd.port2.postMessage(null);
    };
    if (isInFrame) post();
    else originalRequest(post);
  });
}

/** Returns the number that a probe shows: an attribute of an element, or what a pattern finds in its text; null if none. */
function read({ selector, attribute, pattern }) {
  const element = document.querySelector(selector);
  const text = attribute ? element?.getAttribute(attribute) : element?.textContent;
  const found = text?.match(pattern ?? "^\\d+$");
  return found ? Number(found[1] ?? found[0]) : null;
}

/** Calls `see` after every change of these attributes, or of elements and text, at and below `root`. */
function watch(root, { attributes = [], elements = false }, see) {
  const observer = new MutationObserver(see);
  const watched = attributes.length ? { attributeFilter: attributes } : {};
  observer.observe(root, { subtree: true, childList: elements, characterData: elements, ...watched });
  return observer;
}

/** Resolves to the time at which the first update of an explorer has been painted since the page began to load. */
const firstUpdate = new Promise((resolve) => {
  const observer = watch(document, { attributes: ["data-frame"] }, async () => {
    if (!document.querySelector(".mnistviz-view[data-frame]:not([data-frame='0'])")) return;
    observer.disconnect();
    await painted();
    resolve(performance.now());
  });
});

/** Returns point `step` of a scribble that goes once round in 47 steps, a little differently each time. */
function scribble({ width, height }, step) {
  const angle = (2 * Math.PI * step) / 47;
  return [(0.5 + 0.35 * Math.sin(angle)) * width, (0.5 + 0.38 * Math.sin(2 * angle + step / 50)) * height];
}

window.probes = {
  liveUrls: () => liveUrls.size,

  firstUpdate: () => firstUpdate,

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
      const observer = watch(document.body, { attributes: [probe.attribute ?? "class"], elements: true }, () => {
        const value = read(probe);
        if (value !== null && value >= least) finish(performance.now() - start);
      });
      setTimeout(() => finish(null), 1000 * limit);
      window.jupyterapp.commands.execute("notebook:run-all-cells");
    });
  },

  /**
   * Draws one stroke on a canvas: a press, then `count` moves, one every `period` milliseconds, whatever the page is doing.
   * `points` is the probe that counts the points shown; a press counts as `pressCounts` points.
   * `sent` is when each move was dispatched and `due` when it should have been; `seen` is [time, points, updates, time painted]
   * of every change.
   */
  async draw({ canvas, points, updates, pressCounts, count, period, limit }) {
    const target = document.querySelector(canvas);
    const size = target.getBoundingClientRect();
    const stroke = Array.from({ length: count + 1 }, (_, step) => scribble(size, step));
    const seen = [];
    const base = read(points) + pressCounts;
    let arrived;
    const last = new Promise((resolve) => (arrived = resolve));
    const attributes = [points.attribute, updates?.attribute].filter(Boolean);
    const observer = watch(document.querySelector(points.selector), { attributes, elements: !attributes.length }, async () => {
      const shown = read(points);
      if (shown === null) return;
      const change = [performance.now(), shown - base, updates ? read(updates) : seen.length, null];
      seen.push(change);
      await painted();
      change[3] = performance.now();
      if (shown - base >= count) arrived();
    });
    const { due, sent } = await window.pen.draw(target, stroke, period);
    await Promise.race([last, new Promise((resolve) => setTimeout(resolve, 1000 * limit))]);
    observer.disconnect();
    return { sent, due, seen: seen.filter(([, , , paintedAt]) => paintedAt !== null) };
  },
};
