// The history of the selected cell, as the server writes it.

import { ask, byID } from "./grid-dom.js";
import { nameOf } from "./grid-table.js";

export async function showHistory(sitting) {
	const { selection } = sitting;
	const { cell } = selection;
	const panel = byID("grid-history-what");
	const address = `${location.pathname.replace(/grid$/, "history")}?${new URLSearchParams({ pupil: cell.key, column: cell.column.id, part: 1 })}`;
	const html = await ask(address).then((answer) => answer.text()).catch((problem) => problem);
	if (cell !== selection.cell) return;
	panel[html.message ? "textContent" : "innerHTML"] = html.message ?? html;
	panel.onclick = ({ target }) => {
		const { restore: text, revision } = target.closest("[data-restore]")?.dataset ?? {};
		if (text === undefined) return;
		sitting.putAll([{ cell, text, revision: Number(revision) }], "restore", `restoring ${text} in ${nameOf(cell)}`);
		// The button goes when the history is shown anew.
		selection.select(cell);
	};
}
