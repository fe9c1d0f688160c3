// Sends what was typed to the server and keeps the records true to the answers. Knows nothing of the page's elements.
//
// Saves of one pupil go one after the other, because each answer repaints the whole row; pupils go side by side. A newer edit
// of a cell replaces the older one that has not been sent, and waits for the revision of one that has.

const PATIENCE = 15_000;
const LONGEST_PAUSE = 30_000;

export class Saver {
  #lines = new Map();
  #timers = new Map();
  #waitingForQuiet = [];

  /**
   * @param {object} sitting endpoint, csrf, date
   * @param {object} table find(key, columnID), cells()
   * @param {object} on change(cell), saved(cell, changed), progress({done, due}), problem(cell)
   */
  constructor(sitting, table, on) {
    this.sitting = sitting;
    this.table = table;
    this.on = on;
  }

  /** Takes what was typed into a cell. `seen` is the revision that the person saw when starting to type. */
  put(cell, text, seen = cell.revision) {
    const before = cell.draft;
    if (text === cell.text && (!before || before.status !== "waiting")) {
      this.drop(cell);
      return;
    }
    this.#stopTimer(cell);
    cell.draft = { text, status: "waiting", revision: before?.revision ?? seen, tries: 0 };
    cell.other = null;
    this.on.change(cell);
    this.#enqueue(cell);
  }

  /** Forgets what was typed; the stored value shows again. */
  drop(cell) {
    this.#stopTimer(cell);
    cell.draft = null;
    this.on.change(cell);
    this.#checkQuiet();
  }

  /** Sends a draft once more, now. */
  retry(cell) {
    if (!cell.draft) return;
    this.#stopTimer(cell);
    cell.draft.status = "waiting";
    this.on.change(cell);
    this.#enqueue(cell);
  }

  /** Everything that could not be saved for want of a connection, once more. */
  retryAll() {
    for (const cell of this.unsaved()) if (cell.draft.status === "failed") this.retry(cell);
  }

  /** Settles a conflict: what was typed here replaces the newer value ... */
  keepMine(cell) {
    cell.draft.revision = cell.draft.current.revision;
    this.retry(cell);
  }

  /** ... or gives way to it. */
  takeTheirs(cell) {
    const { current } = cell.draft;
    Object.assign(cell, { text: current.value, revision: current.revision, by: signature(current), other: current.author });
    if (current.value === "" && cell.state === "value") cell.state = "optional";
    else if (current.value !== "" && ["due", "optional"].includes(cell.state)) cell.state = "value";
    this.drop(cell);
  }

  /** Cells whose typed value is not stored, whatever the reason. */
  unsaved() {
    return [...this.table.cells()].filter((cell) => cell.draft);
  }

  /** Resolves when nothing is on its way any more; what could not be saved stays in `unsaved()`. */
  quiet() {
    return new Promise((resolve) => {
      this.#waitingForQuiet.push(resolve);
      this.#checkQuiet();
    });
  }

  #checkQuiet() {
    if (this.unsaved().some((cell) => cell.draft.status === "waiting")) return;
    for (const resolve of this.#waitingForQuiet.splice(0)) resolve();
  }

  #enqueue(cell) {
    let line = this.#lines.get(cell.key);
    if (!line) this.#lines.set(cell.key, (line = { cells: [], isBusy: false }));
    if (!line.cells.includes(cell)) line.cells.push(cell);
    if (!line.isBusy) this.#work(line);
  }

  async #work(line) {
    line.isBusy = true;
    while (line.cells.length > 0) {
      const cell = line.cells.shift();
      if (cell.draft?.status === "waiting") await this.#send(cell);
    }
    line.isBusy = false;
    this.#checkQuiet();
  }

  async #send(cell) {
    const sent = cell.draft;
    let response;
    let body = null;
    try {
      response = await fetch(`${this.sitting.endpoint}/${encodeURIComponent(cell.key)}/${encodeURIComponent(cell.column.id)}`, {
        method: "PUT",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": this.sitting.csrf },
        body: JSON.stringify({ value: sent.text, date: this.sitting.date, revision: sent.revision }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      body = await response.json().catch(() => null);
    } catch {
      return this.#tryLater(cell, sent, "No answer from the server.");
    }
    if (response.ok && body) return this.#stored(cell, sent, body);
    // A newer edit is waiting already; its own answer is the one that matters.
    if (cell.draft !== sent) return;
    switch (response.status) {
      case 409:
        if (body?.current) return this.#conflict(cell, sent, body);
        return this.#problem(cell, "refused", body?.message ?? "Somebody else changed this cell. Reload the page to see it.");
      case 422:
      case 400:
        return this.#problem(cell, "invalid", [body?.message, redundant(body) ? null : body?.allowed].filter(Boolean).join(" ")
          || "This value cannot be stored here.");
      case 401:
        sent.signIn = true;
        return this.#problem(cell, "refused", "You are signed out. Sign in again in a new tab, then try again here.");
      case 403:
        return this.#problem(cell, "refused", body?.message ?? "Your role may not change this result.");
      case 408:
      case 425:
      case 429:
        return this.#tryLater(cell, sent, "The server is busy.");
      default:
        if (response.status < 500) {
          return this.#problem(cell, "refused", body?.message ?? `The server refused this value (${response.status}).`);
        }
        return this.#tryLater(cell, sent, body?.message ?? "The server could not store it just now.");
    }
  }

  #stored(cell, sent, answer) {
    cell.text = answer.value ?? sent.text;
    cell.revision = answer.revision ?? sent.revision + 1;
    cell.isFresh = true;
    cell.other = null;
    if (cell.draft === sent) cell.draft = null;
    else if (cell.draft) cell.draft.revision = cell.revision;
    const changed = this.#apply(cell, answer.row?.cells ?? {});
    this.on.change(cell);
    if (answer.resultsIn) this.on.progress(answer.resultsIn);
    this.on.saved(cell, changed);
  }

  #conflict(cell, sent, { message, current, row }) {
    const isSame = current.value.trim().toUpperCase() === sent.text.trim().toUpperCase();
    if (isSame && current.revision !== sent.revision) {
      // The same value is stored already, by us before a lost answer or by somebody else: ask again for the row.
      sent.revision = current.revision;
      this.#lines.get(cell.key).cells.unshift(cell);
      return;
    }
    sent.current = current;
    if (row) this.#apply(cell, row.cells);
    this.#problem(cell, "conflict", message ?? "Somebody else changed this cell while you typed.");
  }

  #problem(cell, status, message) {
    cell.draft.status = status;
    cell.draft.message = message;
    this.on.change(cell);
    this.on.problem(cell);
    this.#checkQuiet();
  }

  #tryLater(cell, sent, message) {
    if (cell.draft !== sent) return;
    const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** sent.tries);
    sent.tries += 1;
    this.#timers.set(cell, setTimeout(() => this.retry(cell), pause));
    const isNew = sent.tries === 1;
    sent.status = "failed";
    sent.message = `${message} It is kept here and sent again by itself.`;
    this.on.change(cell);
    if (isNew) this.on.problem(cell);
    this.#checkQuiet();
  }

  #stopTimer(cell) {
    clearTimeout(this.#timers.get(cell));
    this.#timers.delete(cell);
  }

  /** Brings a pupil's records to what the server says; answers the cells that changed. */
  #apply(origin, cells) {
    const changed = [];
    for (const [columnID, news] of Object.entries(cells)) {
      const cell = this.table.find(origin.key, columnID);
      if (!cell) continue;
      if (cell !== origin && (news.revision ?? 0) > cell.revision) cell.other = news.by ?? "somebody else";
      const isChanged = cell.text !== news.text || cell.state !== news.state;
      Object.assign(cell, {
        text: news.text, state: news.state, revision: news.revision ?? cell.revision, note: news.note ?? null,
        accepts: news.accepts ?? [], by: news.by ? signature({ author: news.by, at: news.at }) : null,
      });
      if (isChanged) changed.push(cell);
      this.on.change(cell);
    }
    return changed;
  }
}

function signature({ author, at }) {
  return [author, at].filter(Boolean).join(", ");
}

/** Whether the message already says what is allowed. */
function redundant(body) {
  return /\bEnter\b|\bmust be\b/.test(body?.message ?? "");
}
