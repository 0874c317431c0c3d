// An exercise: question, field for the answer, buttons, and what is said of the answer.

const VERDICTS = {
  right: "✓ Right.",
  wrong: "✗ Not yet.",
  hint: "Hint:",
  answer: "The answer:",
  refused: "This does not count:",
};

/** A text in which pieces between backticks are code. */
function prose(text) {
  return text.split("`").map((piece, i) => (i % 2 ? element("code", "", [piece]) : piece));
}

function numberTable({ caption, header, rows }) {
  const line = (cells, below) =>
    element("tr", "", cells.map((text, i) => {
      const made = element(below && i ? "td" : "th", "", [text]);
      if (made.tagName === "TH") made.scope = below ? "row" : "col";
      return made;
    }));
  const table = element("table", "", [element("caption", "", prose(caption)), element("thead", "", [line(header, false)])]);
  table.append(element("tbody", "", rows.map((row) => line(row, true))));
  return element("div", "mnistviz-scroll", [table]);
}

function render({ model, el }) {
  el.classList.add("mnistviz-exercise");

  const button = (text, kind) => {
    const made = element("button", "mnistviz-button", [text]);
    made.type = "button";
    made.addEventListener("click", () => model.send({ kind }));
    return made;
  };
  const form = element("form", "mnistviz-reply");
  form.dataset.lmSuppressShortcuts = "true"; // or Enter opens the cell's editor
  const field = element("input");
  if (!model.get("draws")) {
    Object.assign(field, { type: "text", autocomplete: "off", spellcheck: false, maxLength: 200 });
    form.append(element("label", "", ["Your answer ", field]));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // inside JupyterLab's outputs Chromium does not submit a form on Enter by itself
      form.requestSubmit();
    });
  }
  const check = element("button", "mnistviz-button mnistviz-check", [model.get("draws") ? "Check my drawing" : "Check"]);
  form.append(check, button("Hint", "hint"), button("Show the answer", "reveal"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    model.send({ kind: "check", answer: field.value });
  });

  const feedback = element("p", "mnistviz-feedback");
  feedback.setAttribute("role", "status"); // announced politely
  const points = element("p", "mnistviz-points");
  el.append(
    ...model.get("paragraphs").map((text) => element("p", "", prose(text))),
    ...model.get("tables").map(numberTable),
    form,
    feedback,
    points,
  );

  const show = () => {
    const text = model.get("feedback");
    const verdict = model.get("verdict");
    el.dataset.verdict = text ? verdict : "";
    feedback.replaceChildren(...(text ? [element("strong", "", [VERDICTS[verdict] ?? ""]), " ", ...prose(text)] : []));
    setText(points, model.get("points"));
  };
  show();
  const heard = ["change:feedback", "change:points"];
  for (const name of heard) model.on(name, show);
  return () => {
    for (const name of heard) model.off(name, show);
  };
}

export default { render };
