// @vitest-environment happy-dom

import type { Host } from "@anywidget/types";
import { expect, test } from "vitest";
import { FakeModel } from "../testing/fake_model";
import { SMALL, SmallExplorer, type WithExplorer } from "./small_explorer";

/** Plays anywidget: one explorer called "a", and what is rendered where. */
class FakeHost {
  readonly explorer = new FakeModel({});
  readonly signals: AbortSignal[] = [];

  get host(): Host {
    return this as unknown as Host;
  }

  async getModel(ref: string): Promise<unknown> {
    if (ref !== "anywidget:a") throw new Error(`There is no ${ref}`);
    return this.explorer;
  }

  async getWidget(): Promise<unknown> {
    const render = async ({ el, signal }: { el: HTMLElement; signal: AbortSignal }): Promise<void> => {
      this.signals.push(signal);
      el.textContent = "pad";
    };
    return { render };
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("the explorer that the model names is shown, and another one replaces it", async () => {
  const host = new FakeHost();
  const fake = new FakeModel<WithExplorer>({ explorer: "" });
  const small = new SmallExplorer(fake.model, host.host);
  await settled();
  expect(small.el.childElementCount).toBe(0);
  fake.set("explorer", "a");
  await settled();
  expect(small.el.firstElementChild?.className).toBe(SMALL);
  expect(small.el.textContent).toBe("pad");
  fake.set("explorer", "closed long ago");
  await settled();
  expect(small.el.childElementCount).toBe(0);
  expect(host.signals.map(({ aborted }) => aborted)).toEqual([true]);
});

test("it goes with the explorer", async () => {
  const host = new FakeHost();
  const fake = new FakeModel<WithExplorer>({ explorer: "a" });
  const small = new SmallExplorer(fake.model, host.host);
  await settled();
  host.explorer.destroy();
  expect(small.el.childElementCount).toBe(0);
  expect(host.signals.every(({ aborted }) => aborted)).toBe(true);
});

test("it ends with its widget", async () => {
  const host = new FakeHost();
  const fake = new FakeModel<WithExplorer>({ explorer: "a" });
  const small = new SmallExplorer(fake.model, host.host);
  await settled();
  small.close();
  expect(fake.listening).toBe(0);
  expect(host.signals.every(({ aborted }) => aborted)).toBe(true);
});

test("without a host nothing is shown", async () => {
  const small = new SmallExplorer(new FakeModel<WithExplorer>({ explorer: "a" }).model, undefined);
  await settled();
  expect(small.el.childElementCount).toBe(0);
});
