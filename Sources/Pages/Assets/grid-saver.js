// Sends what was typed. One request is on its way at a time; what is typed meanwhile goes with the next.

import { stored } from "./grid-table.js";

const PATIENCE = 15_000;
const LONGEST_PAUSE = 30_000;

export class Saver {
  #isBusy = false;
  #tries = 0;
  #timer;
  #waitingForQuiet = [];

  /** Cells with a draft. */
  drafts = new Set();

  constructor(sitting) {
    Object.assign(this, { sitting, table: sitting.table });
  }

  /** Takes changes `{ cell, text, revision, undoes }`; `action` is what one Undo takes back. */
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
    this.drafts.add(cell);
    this.sitting.changed(cell);
  }

  drop(cell) {
    cell.draft = null;
    this.drafts.delete(cell);
    this.sitting.changed(cell);
    this.#checkQuiet();
  }

  /** Sends once more: what lacked a connection, unless told otherwise. */
  retry(cells = this.#are("failed")) {
    clearTimeout(this.#timer);
    for (const cell of cells) this.restore(cell, Object.assign(cell.draft, { status: "waiting" }));
    this.#work();
  }

  /** Settles a conflict; the other way is `drop`. */
  keepMine(cell) {
    Object.assign(cell.draft, { revision: cell.draft.current.revision, before: null });
    this.retry([cell]);
  }

  async quiet() {
    const isQuiet = new Promise((resolve) => this.#waitingForQuiet.push(resolve));
    this.#checkQuiet();
    await isQuiet;
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
    for (let cells; (cells = this.#are("waiting")).length > 0; ) {
      // History says by which door a value came, so a request has one.
      const { door } = cells[0].draft;
      await this.#send(cells.filter((cell) => cell.draft.door === door), door);
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
        headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
        body: JSON.stringify({ date, door, cells: asked }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      ({ status } = response);
      answer = await response.json();
    } catch {
      // The status says whether there was an answer at all.
    }
    if (!answer || status >= 500 || status === 429) return this.#tryLater(sent, status > 0 ? "The server cannot save just now." : "No connection.");
    this.#tries = 0;
    this.sitting.line(null);
    if (status === 200) return this.#take(sent, answer);
    const signIn = status === 401;
    const message = signIn ? "You are signed out. Sign in again in a new tab, then try again here." : answer.message;
    this.#settle(sent, cells.map((cell) => ({ cell, status: "refused", signIn, message })));
  }

  #take(sent, { cells, rows, resultsIn }) {
    const answers = cells.map((each) => ({ ...each, cell: this.table.find(each.pupil, each.column) }));
    for (const { cell, status, value, revision } of answers) {
      if (status !== "saved") continue;
      const draft = sent.get(cell);
      // A revision that moved otherwise is not of our making: nothing of ours to undo.
      if (revision === draft.revision + 1 && value !== draft.before) this.sitting.undo.stored(cell, draft, revision);
      Object.assign(cell, { text: value, revision, isFresh: true, other: null });
      if (cell.draft === draft) {
        cell.draft = null;
        this.drafts.delete(cell);
      } else if (cell.draft) cell.draft.revision = revision;
    }
    this.#settle(sent, answers.filter((each) => each.status !== "saved"), rows, resultsIn);
  }

  #settle(sent, refusals, rows = {}, resultsIn = null) {
    // Where a newer edit is waiting, its own answer matters.
    const troubled = refusals.filter(({ cell }) => cell.draft === sent.get(cell));
    for (const { cell, message, allowed, status, current, signIn } of troubled) {
      const hint = allowed && !/\bEnter\b|\bmust be\b/.test(message) ? ` ${allowed}` : "";
      Object.assign(cell.draft, { status, current, signIn, message: message + hint });
    }
    const changed = this.table.update(rows);
    for (const cell of new Set([...sent.keys(), ...changed])) this.sitting.changed(cell);
    for (const [key, row] of Object.entries(rows)) this.sitting.propose([...sent.keys()].find((cell) => cell.key === key), row.offers?.[0], row.cells);
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
