import { defineConfig } from "vitest/config";
import { pageMessages } from "./bundler/catalogue.ts";
import { moduleOf } from "./bundler/languages.ts";

const catalogue = {
  name: "catalogue",
  resolveId: (id: string) => (id === "catalogues" ? `\0${id}` : undefined),
  load: (id: string) => (id === "\0catalogues" ? moduleOf(pageMessages) : undefined),
  transform: (source: string, id: string) =>
    id.endsWith(".ftl") ? `export default ${JSON.stringify(pageMessages(source))};` : undefined,
};

// With values that Python has just written, the tests are those that compare with them (tests/agreement).
const include = process.env.MNISTVIZ_EXPECTED ? ["**/*.agreement.ts"] : ["**/*.test.ts"];

// They compute thousands of cases, perhaps on a busy machine.
const testTimeout = process.env.MNISTVIZ_EXPECTED ? 120_000 : 5_000; // milliseconds

export default defineConfig({ plugins: [catalogue], test: { include, testTimeout } });
