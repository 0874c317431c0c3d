/** A widget's model without a notebook kernel: keeps what is sent, and plays the messages of the kernel. */

import type { Model, Traits } from "../core/model";

type Listener = (content?: unknown, buffers?: readonly DataView[]) => void;

export class FakeModel<T extends Traits> {
  readonly sent: Record<string, unknown>[] = [];
  private readonly listeners = new Map<string, Set<Listener>>();

  /** @param others are the models of other widgets by id */
  constructor(
    private readonly traits: T,
    private readonly others: Readonly<Record<string, unknown>> = {},
  ) {}

  /** The same, as a widget sees it. */
  get model(): Model<T> {
    return this as unknown as Model<T>;
  }

  get widget_manager(): { get_model(id: string): Promise<unknown> } {
    const find = async (id: string): Promise<unknown> => {
      if (!(id in this.others)) throw new Error(`There is no model ${id}`);
      return this.others[id];
    };
    return { get_model: find };
  }

  get listening(): number {
    return [...this.listeners.values()].reduce((sum, all) => sum + all.size, 0);
  }

  get<K extends keyof T>(name: K): T[K] {
    return this.traits[name];
  }

  set<K extends keyof T>(name: K, value: T[K]): void {
    this.traits[name] = value;
    this.emit(`change:${String(name)}`);
  }

  save_changes(): void {}

  send(content: Record<string, unknown>): void {
    this.sent.push(content);
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(listener));
  }

  off(name: string, listener: Listener): void {
    this.listeners.get(name)?.delete(listener);
  }

  /** Plays a message of the notebook kernel. */
  receive([content, buffers]: readonly [Record<string, unknown>, readonly DataView[]]): void {
    this.emit("msg:custom", content, buffers);
  }

  /** Plays that the widget is closed. */
  destroy(): void {
    this.emit("destroy");
  }

  private emit(name: string, content?: unknown, buffers?: readonly DataView[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(content, buffers);
  }
}
