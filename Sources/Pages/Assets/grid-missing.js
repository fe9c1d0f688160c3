// What is missing: each subject's progress, every due cell shown.

import { ask, button, byID, make } from "./grid-dom.js";
import { nameOf } from "./grid-table.js";

export async function showMissing({ table, selection, settings, scope }) {
	const due = table.cells.filter((cell) => cell.state === "due" && !cell.draft);
	byID("grid-missing-what").replaceChildren(
		make("p", due[0] ? "F8 leads to the next, Shift+F8 to the one before." : "Nothing is missing here."),
		make("ol", {}, ...due.map((cell) => make("li", {}, button(nameOf(cell), () => selection.select(cell), "link")))));
	const { subjects } = await ask(`${settings.endpoint}/missing${scope}`).then((answer) => answer.json()).catch(() => ({ subjects: [] }));
	byID("grid-missing-subjects").replaceChildren(...subjects.map(({ name, done, due: all }) =>
		make("label", {}, `${name}: ${done} of ${all}`, make("progress", { value: done, max: Math.max(all, 1) }))));
}
