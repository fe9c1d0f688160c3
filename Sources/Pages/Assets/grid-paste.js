// Before a paste that is not plain: what was understood, left out, or has to be asked.

import { byID, make } from "./grid-dom.js";

const list = (title, lines) => (lines[0] ? [make("h3", title), make("ul", {}, ...lines.map((line) => make("li", line)))] : []);

const question = ({ id, text, options }) => make("label", {}, text, make("select", { name: id, required: true },
	...[{ value: "", title: "Choose …" }, ...options].map(({ value, title }) => make("option", { value, textContent: title }))));

/** Resolves to what is pasted, or null. `read(answers)` asks the server again. */
export async function look(meaning, read) {
	const dialog = byID("grid-paste");
	const form = dialog.querySelector("form");
	const answers = {};
	for (;;) {
		const { words, cells, lines = [], columns = [], left = [], questions = [] } = meaning;
		byID("grid-paste-what").replaceChildren(
			make("p", words), ...questions.map(question),
			...list("Not pasted", left),
			...list("Columns", columns.map(({ heading, column, name }) => `${heading}: ${column ? name : "left out"}`)),
			...list("Pupils", lines.map(({ line, given, label, message }) => `Line ${line}, ${given}: ${[label, message].filter(Boolean).join(". ")}`)),
		);
		const isQuestion = Boolean(questions[0]);
		Object.assign(form.elements.paste, { textContent: isQuestion ? "Go on" : "Paste", disabled: !isQuestion && !cells[0] });
		dialog.returnValue = "";
		dialog.showModal();
		await new Promise((resolve) => (dialog.onclose = resolve));
		if (!dialog.returnValue) return null;
		if (!isQuestion) return meaning;
		meaning = await read(Object.assign(answers, Object.fromEntries(new FormData(form))));
	}
}
