// Which cells are selected. One is active: it alone is in the page's tab order. A range goes from it to a far corner.

import { count } from "./grid-dom.js";
import { isNextToFill } from "./grid-table.js";

export class Selection {
  #marked = [];

  constructor(sitting) {
    Object.assign(this, { sitting, table: sitting.table, cell: null, far: null });
  }

  select(cell, focuses = true) {
    const before = this.cell;
    if (before !== cell || this.far !== cell) {
      if (before) before.td.tabIndex = -1;
      cell.td.tabIndex = 0;
      this.cell = cell;
      this.#reach(cell);
      this.sitting.selected(cell, before);
    }
    if (focuses && document.activeElement !== cell.td) cell.td.focus();
    return true;
  }

  extend(cell) {
    if (!cell || cell === this.far) return true;
    this.#reach(cell);
    cell.td.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.sitting.painter.say(`${count(this.cells.length, "cell")} selected`);
    return true;
  }

  /** Selects from the first of these cells to the last. */
  cover(cells) {
    if (cells.length > 0) this.select(cells[0]) && this.extend(cells.at(-1));
  }

  get rows() {
    const [top, bottom] = [this.cell.row.index, this.far.row.index].sort((a, b) => a - b);
    const [left, right] = [this.cell.col, this.far.col].sort((a, b) => a - b);
    return this.table.rows.slice(top, bottom + 1).map((row) => row.cells.slice(left, right + 1));
  }

  get cells() {
    return this.rows.flat();
  }

  #reach(far) {
    this.far = far;
    for (const cell of this.#marked) cell.td.ariaSelected = "false";
    this.#marked = this.cells;
    for (const cell of this.#marked) cell.td.ariaSelected = "true";
  }

  goTo(row, col, isRange) {
    const clamp = (value, { length }) => Math.max(0, Math.min(length - 1, value));
    const cell = this.table.rows[clamp(row, this.table.rows)].cells[clamp(col, this.table.columns)];
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

  /** On to the next cell that `fits`; false where there is none. */
  across(direction, fits = isNextToFill) {
    const cells = this.table.cells;
    for (let place = cells.indexOf(this.cell) + direction; cells[place]; place += direction) {
      if (fits(cells[place])) return this.select(cells[place]);
    }
    return false;
  }
}
