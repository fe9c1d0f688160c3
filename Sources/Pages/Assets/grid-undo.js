// Undo and redo of this tab's changes, kept over a reload. An action is what one Ctrl+Z takes back: { title, cells: [{ k: pupil,
// c: column, b: text before, p: revision before, r: revision after }] }. Undoing is an action too, which Redo takes back.

import { byID, keep, kept } from "./grid-dom.js";

const MOST = 100;

export class UndoStack {
  #stacks = { undo: [], redo: [] };

  /** `name` says which view it is: another shows other cells, so it has changes of its own to undo. */
  constructor(sitting, name) {
    Object.assign(this, { name: `leadline-undo:${name}`, sitting, table: sitting.table, saver: sitting.saver });
    Object.assign(this.#stacks, kept("sessionStorage", this.name));
  }

  begin(title) {
    const action = { title, cells: [] };
    this.#stacks.undo = [...this.#stacks.undo, action].slice(-MOST);
    this.#stacks.redo = [];
    return action;
  }

  stored({ key: k, column: { id: c } }, { action, undoes, before: b, revision: p }, r) {
    action?.cells.push({ k, c, b, p, r });
    if (!undoes) return;
    // The cell is as it was at `undoes.p`: entries that knew it by that revision know it by the new one.
    for (const { cells } of [...this.#stacks.undo, ...this.#stacks.redo]) {
      for (const entry of cells) if (entry.k === k && entry.c === c && entry.r === undoes.p) entry.r = r;
    }
  }

  #drafts(action) {
    return [...this.saver.drafts].filter((cell) => cell.draft.action === action);
  }

  /** What "undo" or "redo" would take back, in words. */
  next(door) {
    const stack = this.#stacks[door];
    while (stack.length > 0 && stack.at(-1).cells.length + this.#drafts(stack.at(-1)).length === 0) stack.pop();
    return stack.at(-1)?.title;
  }

  async step(door) {
    await this.saver.quiet();
    const title = this.next(door);
    if (title === undefined) return;
    const action = this.#stacks[door].pop();
    const inverse = { title, cells: [] };
    this.#stacks[door === "undo" ? "redo" : "undo"].push(inverse);
    const given = this.#drafts(action);
    for (const cell of given) this.saver.drop(cell);
    const changes = action.cells.map((undoes) => ({ cell: this.table.anyCell(undoes.k, undoes.c), text: undoes.b, revision: undoes.r, undoes }))
      .filter(({ cell }) => cell);
    this.saver.put(changes, door, inverse);
    this.sitting.selection.cover([...given, ...changes.map(({ cell }) => cell)].filter(({ td }) => td.isConnected));
    this.sitting.painter.say(`${door === "undo" ? "Undone" : "Done again"}: ${title}.`);
    this.show();
  }

  keep() {
    keep("sessionStorage", this.name, this.#stacks);
    this.show();
  }

  show() {
    for (const [door, name] of [["undo", "Undo"], ["redo", "Redo"]]) {
      const title = this.next(door);
      const words = `${name}: ${title ?? "nothing yet"}`;
      Object.assign(byID(`grid-${door}`), { ariaDisabled: String(!title), title: words, ariaLabel: words, onclick: () => this.step(door) });
    }
  }
}
