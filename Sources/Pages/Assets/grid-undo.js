// Undo and redo of this tab's changes, kept over a reload.
//
// An action is what one Ctrl+Z takes back: { title, cells: [{ k: pupil, c: column, b: text before, p: revision before,
// r: revision after }] }. Undoing is itself an action, which Redo takes back.

import { byID } from "./grid-dom.js";

const MOST = 100;

export class UndoStack {
  #stacks = { undo: [], redo: [] };

  /** `name` says what is shown to whom: another view has other cells, so it has changes of its own to undo. */
  constructor(sitting, name) {
    Object.assign(this, { name: `leadline-undo:${name}`, sitting, table: sitting.table, saver: sitting.saver });
    try {
      Object.assign(this.#stacks, JSON.parse(sessionStorage.getItem(this.name)));
    } catch {
      // Nothing kept, or no storage: what this page changes can be undone all the same.
    }
  }

  /** Begins an action; its cells are noted as they are stored. */
  begin(title) {
    const action = { title, cells: [] };
    this.#stacks.undo = [...this.#stacks.undo, action].slice(-MOST);
    this.#stacks.redo = [];
    this.show();
    return action;
  }

  stored({ key: k, column: { id: c } }, { action, undoes, before: b, revision: p }, r) {
    action?.cells.push({ k, c, b, p, r });
    if (!undoes) return;
    // The cell is again as it was at `undoes.p`; entries that knew it by that revision know it by the new one.
    for (const { cells } of [...this.#stacks.undo, ...this.#stacks.redo]) {
      for (const entry of cells) if (entry.k === k && entry.c === c && entry.r === undoes.p) entry.r = r;
    }
  }

  #drafts(action) {
    return [...this.saver.drafts].filter((cell) => cell.draft.action === action);
  }

  /** What "undo" or "redo" would take back, in words, or undefined. */
  next(door) {
    const stack = this.#stacks[door];
    while (stack.length > 0 && stack.at(-1).cells.length + this.#drafts(stack.at(-1)).length === 0) stack.pop();
    return stack.at(-1)?.title;
  }

  /** Takes the last action back ("undo"), or the last undoing of one ("redo"). */
  async step(door) {
    await this.saver.quiet();
    const title = this.next(door);
    if (title === undefined) return;
    const action = this.#stacks[door].pop();
    const inverse = { title, cells: [] };
    this.#stacks[door === "undo" ? "redo" : "undo"].push(inverse);
    const given = this.#drafts(action);
    for (const cell of given) this.saver.drop(cell);
    const changes = action.cells.map((undoes) => ({ cell: this.table.find(undoes.k, undoes.c), text: undoes.b, revision: undoes.r, undoes }));
    this.saver.put(changes.filter(({ cell }) => cell), door, inverse);
    this.sitting.selection.cover([...given, ...changes.map(({ cell }) => cell)]);
    this.sitting.say(`${door === "undo" ? "Undone" : "Done again"}: ${title}.`);
    this.show();
  }

  keep() {
    try {
      sessionStorage.setItem(this.name, JSON.stringify(this.#stacks));
    } catch {
      // Too much for this browser: Undo works until the page is left.
    }
    this.show();
  }

  /** The buttons say what they would do. */
  show() {
    for (const [door, name] of [["undo", "Undo"], ["redo", "Redo"]]) {
      const title = this.next(door);
      const words = `${name}: ${title ?? "nothing yet"}`;
      Object.assign(byID(`grid-${door}`), { ariaDisabled: String(!title), title: words, ariaLabel: words, onclick: () => this.step(door) });
    }
  }
}
