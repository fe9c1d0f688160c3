// The selected cells. One is active, alone in the tab order; a range goes from it to a far corner.

import { count, reveal } from "./grid-dom.js";
import { isNextToFill } from "./grid-table.js";

const sorted = (a, b) => (a < b ? [a, b] : [b, a]);
const clamp = (value, { length }) => Math.max(0, Math.min(length - 1, value));

export class Selection {
	#marked = [];

	constructor(sitting) {
		Object.assign(this, { sitting, table: sitting.table });
	}

	select(cell, focuses = true) {
		const before = this.cell;
		const { td } = cell;
		if (before !== cell || this.far !== cell) {
			if (before) before.td.tabIndex = -1;
			td.tabIndex = 0;
			this.cell = cell;
			this.#reach(cell);
			this.sitting.selected(cell, before);
		}
		if (focuses && document.activeElement !== td) {
			td.focus({ preventScroll: true });
			reveal(td);
		}
		return true;
	}

	extend(cell) {
		if (!cell || cell === this.far) return true;
		this.#reach(cell);
		reveal(cell.td);
		this.sitting.painter.say(`${count(this.cells.length, "cell")} selected`);
		return true;
	}

	/** From the first of these to the last. */
	cover(cells) {
		if (cells[0]) this.select(cells[0]) && this.extend(cells.at(-1));
	}

	get rows() {
		const [top, bottom] = sorted(this.cell.row.index, this.far.row.index);
		const [left, right] = sorted(this.cell.col, this.far.col);
		return this.table.rows.slice(top, bottom + 1).map((row) => row.cells.slice(left, right + 1));
	}

	get cells() {
		return this.rows.flat();
	}

	#reach(far) {
		this.far = far;
		for (const { td } of this.#marked) td.ariaSelected = "false";
		this.#marked = this.cells;
		for (const { td } of this.#marked) td.ariaSelected = "true";
	}

	goTo(row, col, isRange) {
		const { rows, columns } = this.table;
		const cell = rows[clamp(row, rows)].cells[clamp(col, columns)];
		return isRange ? this.extend(cell) : this.select(cell);
	}

	move(rows, cols, isRange) {
		const { row, col } = isRange ? this.far : this.cell;
		return this.goTo(row.index + rows, col + cols, isRange);
	}

	edge(isEnd, isGrid, isRange) {
		const place = isEnd ? Infinity : 0;
		return this.goTo(isGrid ? place : (isRange ? this.far : this.cell).row.index, place, isRange);
	}

	/** To the next cell that `fits`; false where none is. */
	across(direction, fits = isNextToFill) {
		const { cells } = this.table;
		for (let place = cells.indexOf(this.cell) + direction; cells[place]; place += direction) {
			if (fits(cells[place])) return this.select(cells[place]);
		}
		return false;
	}
}
