// The page's side: runs cells, draws at a fixed rate, and notes when the page shows what was drawn.
// All times are milliseconds of performance.now(). It must be loaded before the page, since it counts object URLs.

const liveUrls = new Set();
for (const [name, note] of [["createObjectURL", (url) => liveUrls.add(url)], ["revokeObjectURL", (url) => liveUrls.delete(url)]]) {
  const original = URL[name].bind(URL);
  URL[name] = (argument) => {
    const url = original(argument);
    note(url ?? argument);
    return url;
  };
}

/** The number that a probe shows: an attribute of an element, or what a pattern finds in its text; null if there is none. */
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

const session = () => window.jupyterapp.shell.currentWidget.sessionContext;

async function ready() {
  const kernel = session().session.kernel;
  await kernel.info;
  await kernel.requestCommInfo({}); // answered after all that JupyterLab itself asks a new kernel
}

window.benchmark = {
  liveUrls: () => liveUrls.size,

  async open(path) {
    const panel = await window.jupyterapp.commands.execute("docmanager:open", { path });
    await panel.context.ready;
    await panel.sessionContext.ready;
    await ready();
  },

  async activate(path) {
    await window.jupyterapp.commands.execute("docmanager:open", { path });
  },

  /** Milliseconds that it takes to start a new kernel. */
  async freshKernel() {
    await session().shutdown();
    const start = performance.now();
    await session().changeKernel({ name: "python3" });
    await ready();
    return performance.now() - start;
  },

  shutdown: () => session().shutdown(),

  /** What the code prints in the kernel. */
  async execute(code) {
    const future = session().session.kernel.requestExecute({ code, store_history: false });
    let text = "";
    future.onIOPub = ({ header, content }) => {
      if (header.msg_type === "stream") text += content.text;
    };
    const { content } = await future.done;
    if (content.status !== "ok") throw new Error(`${content.ename}: ${content.evalue}`);
    return text;
  },

  /** Runs all cells; milliseconds until the probe shows `least`, or null after `limit` seconds. */
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
   * `sent` is when each move was dispatched and `due` when it should have been, `seen` is [time, points, frames] of every change.
   */
  async draw({ canvas, points, frames, pressCounts, count, rate, limit }) {
    const target = document.querySelector(canvas);
    const box = target.getBoundingClientRect();
    const dispatch = (type, step) => {
      const angle = (2 * Math.PI * step) / 47; // once round in a good three quarters of a second
      const [x, y] = [0.5 + 0.35 * Math.sin(angle), 0.5 + 0.38 * Math.sin(2 * angle + step / 50)];
      const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
      target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, ...place }));
    };
    const seen = [];
    const base = read(points) + pressCounts;
    const root = document.querySelector(points.selector);
    let arrived;
    const last = new Promise((resolve) => (arrived = resolve));
    const observer = watch(root, [points.attribute, frames?.attribute].filter(Boolean), () => {
      const shown = read(points);
      if (shown === null) return;
      seen.push([performance.now(), shown - base, frames ? read(frames) : seen.length]);
      if (shown - base >= count) arrived();
    });
    const [sent, due] = [[], []];
    dispatch("mousedown", 0);
    const start = performance.now() + 1000 / rate;
    for (let move = 0; move < count; move++) {
      const time = start + (1000 * move) / rate;
      while (performance.now() < time) await new Promise((resolve) => setTimeout(resolve, time - performance.now()));
      due.push(time);
      sent.push(performance.now());
      dispatch("mousemove", move + 1);
    }
    dispatch("mouseup", count);
    await Promise.race([last, new Promise((resolve) => setTimeout(resolve, 1000 * limit))]);
    observer.disconnect();
    return { sent, due, seen };
  },
};
