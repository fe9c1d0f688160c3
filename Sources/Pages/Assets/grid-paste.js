// The dialog before a paste that is not plain: how it was understood, what is left out, what has to be asked.

import { byID, make } from "./grid-dom.js";

const list = (title, lines) => (lines.length ? [make("h3", { textContent: title }), make("ul", {}, ...lines.map((textContent) => make("li", { textContent })))] : []);

const question = ({ id, text, options }) => make("label", { textContent: text }, make("select", { name: id, required: true },
  ...[{ value: "", title: "Choose …" }, ...options].map(({ value, title }) => make("option", { value, textContent: title }))));

/** Resolves to what is to be pasted, or to null. `read(answers)` asks the server again. */
export async function look(meaning, read) {
  const dialog = byID("grid-paste");
  const form = dialog.querySelector("form");
  const answers = {};
  for (;;) {
    const { words, cells, lines = [], columns = [], left = [], questions = [] } = meaning;
    byID("grid-paste-what").replaceChildren(
      make("p", { textContent: words }), ...questions.map(question),
      ...list("Not pasted", left),
      ...list("Columns", columns.map(({ heading, column, name }) => `${heading}: ${column ? name : "left out"}`)),
      ...list("Pupils", lines.map(({ line, given, label, message }) => `Line ${line}, ${given}: ${[label, message].filter(Boolean).join(". ")}`)),
    );
    const isQuestion = questions.length > 0;
    Object.assign(form.elements.paste, { textContent: isQuestion ? "Go on" : "Paste", disabled: !isQuestion && cells.length === 0 });
    dialog.returnValue = "";
    dialog.showModal();
    await new Promise((resolve) => (dialog.onclose = resolve));
    if (!dialog.returnValue) return null;
    if (!isQuestion) return meaning;
    meaning = await read(Object.assign(answers, Object.fromEntries(new FormData(form))));
  }
}
