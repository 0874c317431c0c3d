// Builds the page: one module and one style sheet for each folder with an `index.ts`. Usage: node bundler/main.mjs [FOLDER]
// The result goes to mnistviz/jupyter/static/, is committed, and depends on the sources alone: a test compares.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { pageMessages } from "./catalogue.ts";
import { tokenStyle } from "./tokens.ts";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const outdir = resolve(process.argv[2] ?? join(here, "../mnistviz/jupyter/static"));
const widgets = readdirSync(here).filter((name) => existsSync(join(here, name, "index.ts")));
const styled = widgets.filter((name) => existsSync(join(here, name, "index.css")));

const texts = {
  name: "texts",
  setup(esbuild) {
    const load = (filter, change, loader) =>
      esbuild.onLoad({ filter }, ({ path }) => ({ contents: change(readFileSync(path, "utf8")), loader }));
    load(/\.ftl$/, pageMessages, "text");
    esbuild.onResolve({ filter: /^tokens$/ }, ({ path }) => ({ path, namespace: "assets" })); // no machine's path
    esbuild.onLoad({ filter: /^tokens$/, namespace: "assets" }, () => ({
      contents: tokenStyle(JSON.parse(readFileSync(join(here, "../mnistviz/assets/tokens.json"), "utf8"))),
      loader: "css",
    }));
  },
};

const entries = [
  ...widgets.map((name) => ({ in: join(here, name, "index.ts"), out: name })),
  ...styled.map((name) => ({ in: join(here, name, "index.css"), out: name })),
];
if (entries.length) {
  const header = "/* Built from frontend/ by `make page`. Do not edit. */";
  await build({
    absWorkingDir: here,
    entryPoints: entries,
    outdir,
    bundle: true,
    format: "esm",
    target: ["chrome100", "firefox100", "safari15.4"],
    charset: "utf8",
    legalComments: "none",
    banner: { js: header, css: header },
    plugins: [texts],
    logLevel: "warning",
  });
}
console.log(`Built ${entries.length} files into ${relative(process.cwd(), outdir) || "."}`);
