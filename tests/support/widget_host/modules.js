// Loads AMD modules, as VS Code, Colab and Notebook 6 do. `ManagerBase`, ipywidgets' manager for hosts of every kind, is published
// in one build alone without npm: inside the manager of Notebook 6, which asks its notebook for menus first.

const modules = new Map([["module", Promise.resolve({ id: "nbextensions/jupyter-js-widgets/extension" })]]);

/** Returns what a module exports; it is loaded from Jupyter's folder of extensions for notebooks. */
function load(name) {
  if (!modules.has(name)) modules.set(name, evaluate(`/static/nbextensions/${name}/index.js`));
  return modules.get(name);
}

async function evaluate(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`There is no ${path}`);
  const script = `${await answer.text()}\n//# sourceURL=${path}`;
  const [needed, make] = await new Promise((resolve) => {
    new Function("define", script)((...defined) => resolve(defined));
  });
  return make(...(await Promise.all(needed.map(load))));
}

/** Returns ipywidgets' ManagerBase, and the modules of its base and of its controls. */
async function loadWidgets() {
  const nothing = () => undefined;
  const events = { on: nothing };
  const kernel = { comm_manager: { register_target: nothing } };
  const menu = document.createElement("div");
  menu.innerHTML = '<div id="help_menu"></div>';
  document.body.append(menu);
  const notebook = { kernel, events, metadata: {}, container: events, get_cells: () => [] };
  window.Jupyter = {
    version: "6.5.7",
    notebook,
    notification_area: { widget: nothing },
    menubar: { actions: { register: nothing } },
  };
  const outputarea = { OutputArea: class {} };
  outputarea.OutputArea.prototype.register_mime_type = nothing;
  window.requirejs = (names, done) => {
    if (names.length === 3) done(window.Jupyter, events, outputarea); // the others ask for menus
  };
  window.requirejs.config = nothing;
  const widgets = await evaluate("/static/nbextensions/jupyter-js-widgets/extension.js");
  await widgets.load_ipython_extension();
  menu.remove();
  for (const name of ["base", "controls", "output"]) modules.set(`@jupyter-widgets/${name}`, Promise.resolve(widgets));
  return { ManagerBase: Object.getPrototypeOf(window.Jupyter.WidgetManager) };
}
