// Which cell is selected, and moving from cell to cell. One cell of the grid is in the page's tab order: the selected one.

import { isNextToFill } from "./grid-table.js";

const PAGE = 10;

export class Selection {
  /** @param {(cell: object, before: object|null) => void} onChange */
  constructor(table, onChange) {
    this.table = table;
    this.onChange = onChange;
    this.cell = null;
  }

  /** Selects a cell; focuses it unless told otherwise. */
  select(cell, { focus = true } = {}) {
    if (!cell) return false;
    const before = this.cell;
    if (before !== cell) {
      if (before) before.td.tabIndex = -1;
      cell.td.tabIndex = 0;
      this.cell = cell;
      this.onChange(cell, before);
    }
    if (focus && document.activeElement !== cell.td) cell.td.focus();
    return true;
  }

  /** Moves by rows and columns, staying inside the grid. */
  move(rows, cols) {
    const { row, col } = this.cell;
    const lastRow = this.table.rows.length - 1;
    const lastCol = this.table.columns.length - 1;
    const clamp = (value, most) => Math.max(0, Math.min(most, value));
    return this.select(this.table.cellAt(clamp(row.index + rows, lastRow), clamp(col + cols, lastCol)));
  }

  page(direction) {
    return this.move(direction * PAGE, 0);
  }

  edge(toEnd, ofGrid) {
    const { row } = this.cell;
    const index = ofGrid ? (toEnd ? this.table.rows.length - 1 : 0) : row.index;
    return this.select(this.table.cellAt(index, toEnd ? this.table.columns.length - 1 : 0));
  }

  /** Across to the next cell that is to be filled, on to the next pupil at the end; false at the end of the grid. */
  across(direction) {
    const width = this.table.columns.length;
    let place = this.cell.row.index * width + this.cell.col + direction;
    for (; place >= 0 && place < width * this.table.rows.length; place += direction) {
      const cell = this.table.cellAt(Math.floor(place / width), place % width);
      if (cell && isNextToFill(cell)) return this.select(cell);
    }
    return false;
  }
}
