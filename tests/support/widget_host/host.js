// A host of widgets that is not JupyterLab: ipywidgets' own manager for hosts, and a real notebook kernel behind a websocket.
// It shows outputs as VS Code does: the view if the kernel has its model, else the picture, else the text.

const VIEW = "application/vnd.jupyter.widget-view+json";

window.host = {
  keys: [], // that no widget has kept, as VS Code's window hears them

  get saved() {
    return [...this.contents.values()];
  },

  /** Connects to a kernel; `lacking` are modules of widgets that the host can't load. */
  async start(kernelUrl, buffers, lacking) {
    window.addEventListener("keydown", (event) => this.keys.push(event.key));
    const { ManagerBase } = await loadWidgets();
    const host = this;

    class Manager extends ManagerBase {
      async loadClass(className, moduleName) {
        if (lacking.includes(moduleName)) throw new Error(`There is no ${moduleName} here`);
        const found = (await load(moduleName))[className];
        if (!found) throw new Error(`There is no ${className} in ${moduleName}`);
        return found;
      }

      async _create_comm(target, id, data, metadata, buffers) {
        const comm = new Comm(host, target, id);
        if (data) comm.open(data, null, metadata, buffers);
        return comm;
      }

      _get_comm_info() {
        return Promise.resolve({});
      }
    }

    this.comms = new Map();
    this.outputs = new Map(); // elements of outputs by their names
    this.contents = new Map(); // of these elements: what a notebook file would keep
    this.manager = new Manager();
    this.kernel = new KernelConnection(kernelUrl, buffers, (message) => this.hear(message));
    await this.kernel.opened;
  },

  /** Takes all outputs away. */
  clear() {
    this.keys.length = 0;
    this.outputs.clear();
    this.contents.clear();
    document.querySelector("main").replaceChildren();
  },

  /** Takes what the kernel says of widgets. */
  async hear({ header, metadata, content, buffers, parent_header }) {
    const message = { header, metadata, content, buffers, parent_header };
    if (header.msg_type === "comm_open") await this.manager.handle_comm_open(new Comm(this, content.target_name, content.comm_id), message);
    else if (header.msg_type === "comm_msg") await this.comms.get(content.comm_id)?.hear?.(message);
    else if (header.msg_type === "comm_close") this.comms.get(content.comm_id)?.ended?.(message);
    else if (header.msg_type === "update_display_data") await this.replace(content);
  },

  /** Runs code, of a notebook cell or beside them, and shows its outputs. Resolves to what it printed and to its traceback, or null. */
  run(code, cellId) {
    let printed = "";
    let error = null;
    return new Promise((resolve) => {
      const listen = async ({ header, content }) => {
        if (header.msg_type === "stream") printed += content.text;
        else if (header.msg_type === "error") error = content.traceback.join("\n");
        else if (["display_data", "execute_result"].includes(header.msg_type)) await this.show(content);
        else if (header.msg_type === "status" && content.execution_state === "idle") resolve([printed, error]);
      };
      const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: true };
      this.kernel.send("execute_request", content, { metadata: cellId ? { cellId } : {}, listen });
    });
  },

  async replace(content) {
    const node = this.outputs.get(content.transient.display_id);
    if (node) await this.show(content, node);
  },

  async show({ data, transient }, node = document.createElement("div")) {
    node.className = "output";
    node.replaceChildren();
    document.querySelector("main").append(node);
    if (transient?.display_id) this.outputs.set(transient.display_id, node);
    this.contents.set(node, data);
    const id = data[VIEW]?.model_id;
    if (id !== undefined && this.manager.has_model(id)) {
      const { luminoWidget } = await this.manager.create_view(await this.manager.get_model(id));
      luminoWidget.constructor.attach(luminoWidget, node);
    } else if (data["image/png"]) {
      node.append(Object.assign(new Image(), { src: `data:image/png;base64,${data["image/png"]}` }));
    } else node.append(Object.assign(document.createElement("pre"), { textContent: data["text/plain"] ?? "" }));
  },
};

/** A widget's connection to the kernel, in the form that ipywidgets expects. */
class Comm {
  constructor(host, target, id) {
    Object.assign(this, { host, target_name: target, comm_id: id });
    host.comms.set(id, this);
  }

  open(data, callbacks, metadata, buffers) {
    return this.tell("comm_open", { target_name: this.target_name, data }, callbacks, metadata, buffers);
  }

  send(data, callbacks, metadata, buffers) {
    return this.tell("comm_msg", { data }, callbacks, metadata, buffers);
  }

  close(data, callbacks, metadata, buffers) {
    this.host.comms.delete(this.comm_id);
    return this.tell("comm_close", { data: data ?? {} }, callbacks, metadata, buffers);
  }

  on_msg(hear) {
    this.hear = hear;
  }

  on_close(ended) {
    this.ended = ended;
  }

  tell(type, content, callbacks, metadata, buffers) {
    const listen = (message) => {
      if (message.header.msg_type === "status") callbacks?.iopub?.status?.(message);
    };
    return this.host.kernel.send(type, { ...content, comm_id: this.comm_id }, { metadata, buffers, listen });
  }
}
