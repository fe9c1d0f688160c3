// What is done to a block of cells: copying, pasting, filling, clearing. Each is one request and one Undo.

import { ask, count } from "./grid-dom.js";
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
    if (open.length > 0) this.sitting.putAll(open, door, `${title} ${count(open.length, "cell")}`);
    if (open.length === 0 && changes.length > 0) this.sitting.painter.refuse(changes[0].cell);
    else if (open.length < changes.length) this.sitting.painter.say(`${count(changes.length - open.length, "closed cell")} left as they are.`);
  }

  clear() {
    const { cells } = this.selection;
    const full = cells.filter((cell) => shown(cell) !== "" && takesTyping(cell));
    this.#put((cells.length > 1 ? full : cells).map((cell) => ({ cell, text: "" })), "grid", "clearing");
  }

  /** The top row of the block into the rest of it; into a single row, what stands above. */
  fillDown() {
    const { rows } = this.selection;
    const above = this.table.rows[rows[0][0].row.index - 1];
    const source = rows.length > 1 ? rows.shift() : rows[0].map((cell) => above?.cells[cell.col] ?? cell);
    this.#put(rows.flatMap((row) => row.map((cell, place) => ({ cell, text: shown(source[place]) }))), "fill", "filling");
  }

  /** One value into all selected cells, or into all that are empty in the column of the active one. */
  fillWith(text, isColumn) {
    const { cell, cells } = this.selection;
    const empty = () => this.table.rows.map((row) => row.cells[cell.col]).filter((other) => shown(other) === "" && takesTyping(other));
    this.#put((isColumn ? empty() : cells).map((target) => ({ cell: target, text })), "fill", "filling");
  }

  /** The server reads what was pasted; where that is not plain, a person looks at it first. */
  async paste(text) {
    const { cell, cells } = this.selection;
    const shape = {
      text, pupil: cell.key, column: cell.column.id,
      columns: this.table.columns.map(({ id }) => id), pupils: this.table.rows.map(({ key }) => key).filter(Boolean),
    };
    const { endpoint, csrf } = this.sitting.settings;
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf };
    const read = async (answers = {}) =>
      (await ask(`${endpoint}/paste${this.sitting.scope}`, { method: "POST", headers, body: JSON.stringify({ ...shape, answers }) })).json();
    try {
      let meaning = await read();
      if (meaning.ask) meaning = await (await import("./grid-paste.js")).look(meaning, read);
      if (!meaning) return cell.td.focus();
      let changes = meaning.cells.map(({ pupil, column, value }) => ({ cell: this.table.find(pupil, column), text: value }));
      // One value goes into all of a selected range, as in a spreadsheet.
      if (changes.length === 1 && cells.length > 1) changes = cells.filter(takesTyping).map((target) => ({ cell: target, text: changes[0].text }));
      this.selection.cover(changes.map((change) => change.cell));
      this.sitting.putAll(changes, "paste", `paste of ${count(changes.length, "value")}`);
    } catch (problem) {
      this.sitting.tell(`Nothing was pasted at ${nameOf(cell)}. ${problem.message}`);
    }
  }
}
