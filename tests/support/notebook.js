// What a test asks JupyterLab for a notebook, which it names by its path.

window.notebooks = {
  panel: (path) => [...window.jupyterapp.shell.widgets("main")].find((widget) => widget.context?.path === path),

  kernel(path) {
    return this.panel(path).sessionContext.session.kernel;
  },

  /** Opens the notebook or brings it to the front, and waits for its kernel. */
  async show(path) {
    const kernel = { name: "python3" };
    await window.jupyterapp.commands.execute("docmanager:open", { path, factory: "Notebook", kernel });
    await this.panel(path).revealed;
    await this.panel(path).sessionContext.ready;
    await this.kernel(path).info;
  },

  async save(path) {
    await this.panel(path).context.save();
  },

  dispose(path) {
    this.panel(path).dispose();
  },

  /** Moves the newest view of an output to the right of the notebook, as dragging its tab does. */
  putOutputBeside(path) {
    const view = [...window.jupyterapp.shell.widgets("main")].findLast((one) => one.node.querySelector(".jp-LinkedOutputView"));
    window.jupyterapp.shell.add(view, "main", { mode: "split-right", ref: this.panel(path).id });
  },

  /** Closes all notebooks and ends their kernels. */
  async closeAll() {
    const panels = [...window.jupyterapp.shell.widgets("main")].filter((widget) => widget.context);
    await Promise.all(panels.map((panel) => panel.sessionContext.shutdown()));
    for (const panel of panels) panel.dispose();
  },

  async goToCell(path, index) {
    const { content } = this.panel(path);
    content.activeCellIndex = index;
    await content.scrollToItem(index, "start");
  },

  /** Runs code beside the cells. Resolves to what it printed and to its traceback, or null. */
  async execute(path, code) {
    const future = this.kernel(path).requestExecute({ code, store_history: false });
    let text = "";
    let error = null;
    future.onIOPub = ({ header, content }) => {
      if (header.msg_type === "stream" && content.name === "stdout") text += content.text;
      if (header.msg_type === "error") error = content.traceback.join("\n");
    };
    await future.done;
    return { text, error };
  },

  /** Starts code that keeps the kernel busy; `finish` waits for its end. */
  async occupy(path, code) {
    const future = this.kernel(path).requestExecute({ code, store_history: false });
    this.running = future.done;
    await new Promise((resolve) => (future.onIOPub = resolve)); // the first message says that the code has begun
  },

  /** Starts all cells of the notebook in front; `finish` waits for their end. */
  start() {
    this.running = window.jupyterapp.commands.execute("notebook:run-all-cells");
  },

  async finish() {
    await this.running;
  },

  async restart(path) {
    await this.kernel(path).restart();
  },

  isConnected(path) {
    return this.kernel(path).connectionStatus === "connected";
  },
};
