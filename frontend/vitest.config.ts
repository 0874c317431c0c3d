import { defineConfig } from "vitest/config";
import { pageMessages } from "./bundler/catalogue.ts";

const catalogue = {
  name: "catalogue",
  transform: (source: string, id: string) =>
    id.endsWith(".ftl") ? `export default ${JSON.stringify(pageMessages(source))};` : undefined,
};

export default defineConfig({ plugins: [catalogue], test: { include: ["**/*.test.ts"] } });
