// Runs turns.py in Pyodide, with packages of this machine in place of those that a site would install.
// Usage: node run.mjs PATH ..., each a folder or a module

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { loadPyodide } from "pyodide";

async function run(packages) {
  const begin = performance.now();
  const pyodide = await loadPyodide();
  const loaded = performance.now();
  const site = pyodide.runPython("import sysconfig; sysconfig.get_path('purelib')");
  for (const path of packages) {
    const place = `${site}/${basename(path)}`;
    if (path.endsWith(".py")) {
      pyodide.FS.writeFile(place, readFileSync(path));
    } else {
      pyodide.mountNodeFS(place, path);
    }
  }
  const program = readFileSync(new URL("turns.py", import.meta.url), "utf8");
  await pyodide.runPythonAsync(`${program}\nawait main()`);
  const python = pyodide.runPython("import sys; sys.version.split()[0]");
  return { pyodide: pyodide.version, python, load: loaded - begin, run: performance.now() - loaded };
}

try {
  console.log(JSON.stringify(await run(process.argv.slice(2))));
} catch (error) {
  console.error(error.message); // Node would print all of Pyodide's source with it
  process.exitCode = 1;
}
