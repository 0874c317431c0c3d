// A connection to a notebook kernel: Jupyter's messages over a websocket, with or without the buffers that go with them.

class KernelConnection {
  /**
   * @param url of the websocket
   * @param buffers what becomes of buffers: "arrive"; "dropped", and the message arrives without them; "lost" together with it
   * @param hear takes each message of the kernel; the next one waits until that is done
   */
  constructor(url, buffers, hear) {
    this.buffers = buffers;
    this.session = crypto.randomUUID();
    this.listeners = new Map(); // of messages that answer one of ours, by its id
    this.queue = Promise.resolve();
    this.socket = new WebSocket(url);
    this.socket.binaryType = "arraybuffer";
    this.opened = new Promise((resolve, reject) => {
      this.socket.addEventListener("open", resolve);
      this.socket.addEventListener("error", () => reject(new Error("There is no connection to the kernel")));
    });
    this.socket.addEventListener("message", ({ data }) => {
      const message = typeof data === "string" ? JSON.parse(data) : this.unpack(data);
      if (!message) return;
      this.queue = this.queue.then(() => Promise.all([hear(message), this.answer(message)])).catch(console.error);
    });
  }

  /** Sends a message; `listen` hears everything that answers it. Returns its id. */
  send(type, content, { metadata = {}, buffers = [], listen } = {}) {
    const id = crypto.randomUUID();
    const header = { msg_id: id, msg_type: type, session: this.session, username: "", version: "5.3", date: "" };
    const message = { header, parent_header: {}, metadata, content, channel: "shell", buffers: [] };
    if (listen) this.listeners.set(id, listen);
    if (!buffers.length) this.socket.send(JSON.stringify(message));
    else if (this.buffers === "arrive") this.socket.send(packed(message, buffers));
    else if (this.buffers === "dropped") this.socket.send(JSON.stringify(message));
    return id;
  }

  answer(message) {
    return this.listeners.get(message.parent_header.msg_id)?.(message);
  }

  /** Unpacks a message with buffers: their number, where each part begins, the message, and they. */
  unpack(data) {
    const view = new DataView(data);
    const count = view.getUint32(0);
    const starts = Array.from({ length: count }, (_, part) => view.getUint32(4 + 4 * part));
    const [json, ...buffers] = starts.map((start, part) => data.slice(start, starts[part + 1]));
    if (buffers.length && this.buffers === "lost") return null;
    const message = JSON.parse(new TextDecoder().decode(json));
    message.buffers = this.buffers === "arrive" ? buffers.map((buffer) => new DataView(buffer)) : [];
    return message;
  }
}

function packed(message, buffers) {
  const bytes = (one) => (ArrayBuffer.isView(one) ? new Uint8Array(one.buffer, one.byteOffset, one.byteLength) : new Uint8Array(one));
  const parts = [new TextEncoder().encode(JSON.stringify(message)), ...buffers.map(bytes)];
  const starts = [4 + 4 * parts.length];
  for (const part of parts) starts.push(starts.at(-1) + part.length);
  const whole = new Uint8Array(starts.at(-1));
  const view = new DataView(whole.buffer);
  view.setUint32(0, parts.length);
  for (const [number, part] of parts.entries()) {
    view.setUint32(4 + 4 * number, starts[number]);
    whole.set(part, starts[number]);
  }
  return whole.buffer;
}
