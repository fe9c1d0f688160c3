// What was typed and is not stored yet, kept in this browser so that neither a reload nor a closed tab loses it.

export class DraftStore {
  #changed = new Set();

  constructor(sitting) {
    this.name = `leadline-grid:${sitting.endpoint}:${sitting.person}`;
  }

  /** Notes a cell whose draft came, changed or went. Many at once are written once; other tabs' drafts are left alone. */
  note(cell) {
    if (!cell.draft && !cell.isKept) return;
    cell.isKept = Boolean(cell.draft);
    if (this.#changed.size === 0) queueMicrotask(() => this.#write());
    this.#changed.add(cell);
  }

  #write() {
    const kept = this.read();
    for (const cell of this.#changed) {
      const name = `${cell.key}/${cell.column.id}`;
      delete kept[name];
      if (!cell.draft) continue;
      const { text, status, revision, message, door } = cell.draft;
      kept[name] = { text, status, revision, message, door, at: Date.now() };
    }
    this.#changed.clear();
    try {
      if (Object.keys(kept).length > 0) localStorage.setItem(this.name, JSON.stringify(kept));
      else localStorage.removeItem(this.name);
    } catch {
      // No storage in this browser: the page itself still holds the drafts and warns before it is left.
    }
  }

  /** @returns {Object<string, {text: string, status: string, revision: number, message?: string, at: number}>} */
  read() {
    try {
      return JSON.parse(localStorage.getItem(this.name)) ?? {};
    } catch {
      return {};
    }
  }
}
