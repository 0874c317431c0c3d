// Builds the page: one module and one style sheet for each folder with an `index.ts`. Usage: node bundler/main.mjs [FOLDER]
// The result goes to mnistviz/jupyter/static/, that of export/, which is minified, to mnistviz/export/static/. It is committed, and
// depends on the sources alone: a test compares.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { exportedMessages, pageMessages } from "./catalogue.ts";
import { moduleOf } from "./languages.ts";
import { tokenStyle } from "./tokens.ts";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const [folder] = process.argv.slice(2);
const folders = readdirSync(here).filter((name) => existsSync(join(here, name, "index.ts")));

const texts = (messages) => ({
  name: "texts",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^catalogues$/ }, ({ path }) => ({ path, namespace: "catalogues" }));
    esbuild.onLoad({ filter: /./, namespace: "catalogues" }, () => ({ contents: moduleOf(messages), loader: "js" }));
    esbuild.onResolve({ filter: /^tokens$/ }, ({ path }) => ({ path, namespace: "assets" })); // no machine's path
    esbuild.onLoad({ filter: /^tokens$/, namespace: "assets" }, () => ({
      contents: tokenStyle(JSON.parse(readFileSync(join(here, "../mnistviz/assets/tokens.json"), "utf8"))),
      loader: "css",
    }));
  },
});

/** Builds the modules and style sheets of some folders, with the part of the catalogues that they need. */
async function buildInto(target, names, messages, minify) {
  const outdir = resolve(folder ?? join(here, target));
  const styled = names.filter((name) => existsSync(join(here, name, "index.css")));
  const header = "/* Built from frontend/ by `make page`. Do not edit. */";
  const entryPoints = [
    ...names.map((name) => ({ in: join(here, name, "index.ts"), out: name })),
    ...styled.map((name) => ({ in: join(here, name, "index.css"), out: name })),
  ];
  await build({
    absWorkingDir: here,
    entryPoints,
    outdir,
    bundle: true,
    minify,
    format: "esm",
    target: ["chrome100", "firefox100", "safari15.4"],
    charset: "utf8",
    legalComments: "none",
    banner: { js: header, css: header },
    plugins: [texts(messages)],
    logLevel: "warning",
  });
  console.log(`Built ${entryPoints.length} files into ${relative(process.cwd(), outdir) || "."}`);
}

const isExported = (name) => name === "export"; // a file that is sent around should be small
await buildInto("../mnistviz/export/static", folders.filter(isExported), exportedMessages, true);
await buildInto(
  "../mnistviz/jupyter/static",
  folders.filter((name) => !isExported(name)),
  pageMessages,
  false,
);
