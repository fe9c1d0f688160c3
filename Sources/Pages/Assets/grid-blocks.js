// Copying, pasting, filling and clearing a block of cells: each one request, one Undo.

import { ask, count, posting } from "./grid-dom.js";
import { nameOf, shown, takesTyping } from "./grid-table.js";

export class Blocks {
	constructor(sitting) {
		Object.assign(this, { sitting, table: sitting.table, selection: sitting.selection });
	}

	get text() {
		return this.selection.rows.map((row) => row.map(shown).join("\t")).join("\n");
	}

	#put(changes, door, title) {
		const open = changes.filter(({ cell }) => takesTyping(cell));
		const closed = changes.length - open.length;
		if (open[0]) this.sitting.putAll(open, door, `${title} ${count(open.length, "cell")}`);
		else if (closed > 0) return this.sitting.painter.refuse(changes[0].cell);
		if (closed > 0) this.sitting.painter.say(`${count(closed, "closed cell")} left as they are.`);
	}

	clear() {
		const { cells } = this.selection;
		const full = cells.filter((cell) => shown(cell) && takesTyping(cell));
		this.#put((cells.length > 1 ? full : cells).map((cell) => ({ cell, text: "" })), "grid", "clearing");
	}

	/** The top row into the rest; into a single row, what stands above. */
	fillDown() {
		const { rows } = this.selection;
		const above = this.table.rows[rows[0][0].row.index - 1];
		const source = rows.length > 1 ? rows.shift() : rows[0].map((cell) => above?.cells[cell.col] ?? cell);
		this.#put(rows.flatMap((row) => row.map((cell, place) => ({ cell, text: shown(source[place]) }))), "fill", "filling");
	}

	/** One value into all selected cells, or all empty ones of the column. */
	fillWith(text, isColumn) {
		const { cell: { col }, cells } = this.selection;
		const empty = () => this.table.rows.map((row) => row.cells[col]).filter((cell) => shown(cell) === "" && takesTyping(cell));
		this.#put((isColumn ? empty() : cells).map((cell) => ({ cell, text })), "fill", "filling");
	}

	/** The server reads the block; where it is not plain, a person looks first. */
	async paste(text) {
		const { cell, cells } = this.selection;
		const { table, sitting } = this;
		const shape = {
			text, pupil: cell.key, column: cell.column.id,
			columns: table.columns.map(({ id }) => id), pupils: table.rows.map(({ key }) => key).filter(Boolean),
		};
		const read = async (answers = {}) => (await ask(`${sitting.settings.endpoint}/paste${sitting.scope}`, posting(sitting.settings, { ...shape, answers }))).json();
		try {
			let meaning = await read();
			if (meaning.ask) meaning = await (await import("./grid-paste.js")).look(meaning, read);
			if (!meaning) return cell.td.focus();
			let changes = meaning.cells.map(({ pupil, column, value }) => ({ cell: table.find(pupil, column), text: value }));
			// One value fills a selected range, as in a spreadsheet.
			if (changes.length === 1 && cells.length > 1) changes = cells.filter(takesTyping).map((each) => ({ cell: each, text: changes[0].text }));
			this.selection.cover(changes.map((change) => change.cell));
			sitting.putAll(changes, "paste", `paste of ${count(changes.length, "value")}`);
		} catch ({ message }) {
			sitting.tell(`Nothing was pasted at ${nameOf(cell)}. ${message}`);
		}
	}
}
