/** A widget's model without a notebook kernel: keeps the traits, and hands what the page says to whoever plays the kernel. */

import type { ExplorerModel, ExplorerTraits } from "../explorer/traits";

type Listener = (content?: unknown, buffers?: readonly DataView[]) => void;
export type Content = Record<string, unknown>;

export class PageModel {
  private readonly listeners = new Map<string, Set<Listener>>();

  /**
   * @param hear takes the messages of the page
   * @param changed is told of each trait that the page or the kernel changes
   */
  constructor(
    private readonly traits: ExplorerTraits,
    private readonly hear: (content: Content, buffers: readonly ArrayBuffer[]) => void,
    private readonly changed: (name: keyof ExplorerTraits) => void,
  ) {}

  /** The same, as the page sees it. It needs no other part of a model. */
  get model(): ExplorerModel {
    return this as unknown as ExplorerModel;
  }

  get<K extends keyof ExplorerTraits>(name: K): ExplorerTraits[K] {
    return this.traits[name];
  }

  set<K extends keyof ExplorerTraits>(name: K, value: ExplorerTraits[K]): void {
    this.traits[name] = value;
    this.emit(`change:${String(name)}`);
    this.changed(name);
  }

  save_changes(): void {}

  send(content: Content, _callbacks?: unknown, buffers: readonly ArrayBuffer[] = []): void {
    queueMicrotask(() => this.hear(content, buffers)); // the page may still be building itself
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(listener));
  }

  off(name: string, listener: Listener): void {
    this.listeners.get(name)?.delete(listener);
  }

  /** Gives a message of the kernel to the page. */
  receive([content, buffers]: readonly [Content, readonly DataView[]]): void {
    this.emit("msg:custom", content, buffers);
  }

  private emit(name: string, content?: unknown, buffers?: readonly DataView[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(content, buffers);
  }
}
