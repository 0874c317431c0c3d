/** What happy-dom lacks of a browser: canvases that paint; and how tests wait for the page. */

import { vi } from "vitest";

/** Paints nothing, and counts nothing. */
const CONTEXT = new Proxy(
  { canvas: { width: 100, height: 100 } },
  {
    get: (target, name) => (name in target ? target[name as keyof typeof target] : () => undefined),
    set: () => true,
  },
);

class Pixels {
  readonly data: Uint8ClampedArray;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
}

/** Completes happy-dom, and takes timers and animation frames into the test's hands. */
export function completeBrowser(): void {
  vi.useFakeTimers();
  vi.stubGlobal("ImageData", Pixels);
  HTMLCanvasElement.prototype.getContext = (() => CONTEXT) as unknown as HTMLCanvasElement["getContext"];
}

/** Waits for a message of the page to itself, as those between slices of work are. */
export function message(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
