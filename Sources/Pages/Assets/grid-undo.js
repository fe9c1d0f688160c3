// Undo and redo of this tab's changes in all views of the assessment, kept over a reload. An action is what one Ctrl+Z takes back:
// { title, cells: [{ k: pupil, c: column, b: text before, p: revision before, v: text after, r: its revision }] }. Undoing is one too.

import { byID, keep, kept } from "./grid-dom.js";

const MOST = 100;
const NAMES = { undo: "Undo", redo: "Redo" };

export class UndoStack {
	#stacks = { undo: [], redo: [] };

	constructor(sitting) {
		Object.assign(this, { name: `leadline-undo:${sitting.settings.person}${location.pathname}`, sitting, saver: sitting.saver });
		Object.assign(this.#stacks, kept("sessionStorage", this.name));
		for (const door in NAMES) byID(`grid-${door}`).onclick = () => this.step(door);
	}

	begin(title) {
		const action = { title, cells: [] };
		this.#stacks.undo = [...this.#stacks.undo, action].slice(-MOST);
		this.#stacks.redo = [];
		return action;
	}

	stored({ key: k, column: { id: c } }, { action, undoes, before: b, revision: p }, v, r) {
		action?.cells.push({ k, c, b, p, v, r });
		if (!undoes) return;
		// The cell is as it was at `undoes.p`: entries that knew it by that revision know it by the new one.
		for (const { cells } of [...this.#stacks.undo, ...this.#stacks.redo]) {
			for (const entry of cells) if (entry.k === k && entry.c === c && entry.r === undoes.p) entry.r = r;
		}
	}

	#drafts(action) {
		return [...this.saver.drafts].filter((cell) => cell.draft.action === action);
	}

	#next(door) {
		const stack = this.#stacks[door];
		while (stack[0] && stack.at(-1).cells.length + this.#drafts(stack.at(-1)).length === 0) stack.pop();
		return stack.at(-1);
	}

	async step(door) {
		await this.saver.quiet();
		const action = this.#next(door);
		if (!action) return;
		const { title } = action;
		const inverse = { title, cells: [] };
		this.#stacks[door].pop();
		this.#stacks[door === "undo" ? "redo" : "undo"].push(inverse);
		const given = this.#drafts(action);
		for (const cell of given) this.saver.drop(cell);
		const { table } = this.sitting;
		const changes = action.cells.map((undoes) => {
			const { k, c, b, v, r } = undoes;
			return { cell: table.anyCell(k, c, { text: v, revision: r }), text: b, revision: r, undoes };
		});
		this.saver.put(changes, door, inverse);
		const seen = [...given, ...changes.map(({ cell }) => cell)].filter(({ td }) => td.isConnected);
		this.sitting.selection.cover(seen);
		this.sitting.painter.say(`${door === "undo" ? "Undone" : "Done again"}${seen.length > 0 ? "" : ", in another view"}: ${title}.`);
	}

	keep() {
		keep("sessionStorage", this.name, this.#stacks);
	}

	show() {
		for (const door in NAMES) {
			const title = this.#next(door)?.title;
			const button = byID(`grid-${door}`);
			const words = `${NAMES[door]}: ${title ?? "nothing yet"}`;
			if (button.title !== words) Object.assign(button, { ariaDisabled: String(!title), title: words, ariaLabel: words });
		}
	}
}
