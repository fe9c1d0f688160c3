// Sends what was typed and keeps the records true to the answers. Knows nothing of the page's elements.
//
// One request is on its way at a time; what is typed meanwhile goes with the next. A newer edit of a cell replaces an older one.

import { stored } from "./grid-table.js";

const PATIENCE = 15_000;
const LONGEST_PAUSE = 30_000;
const MOST = 5000;

export class Saver {
  #isBusy = false;
  #tries = 0;
  #timer;
  #waitingForQuiet = [];

  /** Cells whose typed value is not stored, whatever the reason. */
  drafts = new Set();

  constructor(sitting) {
    Object.assign(this, { sitting, table: sitting.table });
  }

  /** Takes `{ cell, text, revision seen, undoes }`; `action` is what one Undo takes back. */
  put(changes, door, action) {
    for (const { cell, text, revision = cell.revision, undoes } of changes) {
      const { draft } = cell;
      if (text !== cell.text || undoes || draft?.status === "waiting") {
        this.restore(cell, { text, status: "waiting", revision: undoes ? revision : draft?.revision ?? revision, door, action, undoes });
      } else if (draft) this.drop(cell);
    }
    this.#work();
  }

  restore(cell, draft) {
    Object.assign(cell, { draft, other: null });
    // The last to be typed is the last to be sent.
    this.drafts.delete(cell);
    this.drafts.add(cell);
    this.sitting.changed(cell);
  }

  /** Forgets what was typed; the stored value shows again. */
  drop(cell) {
    cell.draft = null;
    this.drafts.delete(cell);
    this.sitting.changed(cell);
    this.#checkQuiet();
  }

  /** Sends once more, now: what lacked a connection, unless told otherwise. */
  retry(cells = this.#are("failed")) {
    clearTimeout(this.#timer);
    for (const cell of cells) this.restore(cell, Object.assign(cell.draft, { status: "waiting" }));
    this.#work();
  }

  /** Settles a conflict: what was typed here replaces the newer value, which `drop` lets stand. */
  keepMine(cell) {
    Object.assign(cell.draft, { revision: cell.draft.current.revision, before: null });
    this.retry([cell]);
  }

  /** Resolves when nothing is on its way; what could not be saved stays in `drafts`. */
  quiet() {
    return new Promise((resolve) => {
      this.#waitingForQuiet.push(resolve);
      this.#checkQuiet();
    });
  }

  #checkQuiet() {
    if (this.#isBusy || this.#are("waiting").length > 0) return;
    for (const resolve of this.#waitingForQuiet.splice(0)) resolve();
  }

  #are(status) {
    return [...this.drafts].filter((cell) => cell.draft.status === status);
  }

  async #work() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let [...cells] = this.#are("waiting"); cells.length > 0; cells = this.#are("waiting")) {
      // History says by which door a value came, so a request has one.
      const { door } = cells[0].draft;
      await this.#send(cells.filter((cell) => cell.draft.door === door).slice(0, MOST), door);
    }
    this.#isBusy = false;
    this.#checkQuiet();
  }

  async #send(cells, door) {
    const sent = new Map(cells.map((cell) => [cell, cell.draft]));
    for (const [cell, draft] of sent) draft.before ??= stored(cell);
    const { endpoint, csrf, date } = this.sitting.settings;
    const asked = cells.map(({ key, column, draft }) => ({ pupil: key, column: column.id, value: draft.text, revision: draft.revision }));
    let status = 0;
    let answer = null;
    try {
      const response = await fetch(endpoint + this.sitting.scope, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": csrf },
        body: JSON.stringify({ date, door, cells: asked }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      ({ status } = response);
      answer = await response.json();
    } catch {
      // No answer, or half of one: the status says which.
    }
    if (!answer || status >= 500 || [408, 425, 429].includes(status)) return this.#tryLater(sent, status > 0 ? "The server cannot save just now." : "No connection.");
    this.#tries = 0;
    this.sitting.line(null);
    if (status === 200) return this.#take(sent, answer);
    const signIn = status === 401;
    const message = signIn ? "You are signed out. Sign in again in a new tab, then try again here." : answer.message ?? `The server refused this (${status}).`;
    this.#settle(sent, cells.map((cell) => ({ cell, status: "refused", signIn, message })));
  }

  #take(sent, { cells, rows, resultsIn }) {
    const answers = cells.map((each) => ({ ...each, cell: this.table.find(each.pupil, each.column) }));
    for (const { cell, status, value, revision } of answers) {
      if (status !== "saved") continue;
      const draft = sent.get(cell);
      // A revision that moved otherwise than by one is not of our making: nothing of ours to undo.
      if (revision === draft.revision + 1) this.sitting.undo.stored(cell, draft, revision);
      Object.assign(cell, { text: value, revision, isFresh: true, other: null });
      if (cell.draft === draft) {
        cell.draft = null;
        this.drafts.delete(cell);
      } else if (cell.draft) cell.draft.revision = revision;
    }
    this.#settle(sent, answers.filter((each) => each.status !== "saved"), rows, resultsIn);
  }

  /** Marks what was not taken, and shows everything that is different now. */
  #settle(sent, refusals, rows = {}, resultsIn = null) {
    // Where a newer edit is waiting already, its own answer is the one that matters.
    const troubled = refusals.filter(({ cell }) => cell.draft === sent.get(cell));
    for (const { cell, message, allowed, status, current, signIn } of troubled) {
      const hint = allowed && !/\bEnter\b|\bmust be\b/.test(message) ? ` ${allowed}` : "";
      Object.assign(cell.draft, { status, current, signIn, message: message + hint });
    }
    const changed = this.table.update(rows);
    for (const cell of new Set([...sent.keys(), ...changed])) this.sitting.changed(cell);
    this.sitting.settled([...sent.keys()].filter((cell) => !cell.draft), troubled.map(({ cell }) => cell), changed, resultsIn);
  }

  #tryLater(sent, problem) {
    for (const [cell, draft] of sent) {
      if (cell.draft === draft) this.restore(cell, Object.assign(draft, { status: "failed" }));
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.retry(), Math.min(LONGEST_PAUSE, 1000 * 2 ** this.#tries++));
    this.sitting.line(problem);
  }
}
