// What was typed and is not stored yet, kept in this tab so that a reload does not lose it.

export class DraftStore {
  constructor(sitting) {
    this.name = `leadline-grid:${sitting.endpoint}:${sitting.person}`;
  }

  /** Keeps the drafts of all cells of this page, and those of other subjects that the page does not show. */
  write(table) {
    const kept = this.read();
    for (const cell of table.cells()) {
      const name = `${cell.key}/${cell.column.id}`;
      if (cell.draft) {
        const { text, status, revision, message } = cell.draft;
        kept[name] = { text, status, revision, message };
      } else delete kept[name];
    }
    try {
      if (Object.keys(kept).length > 0) sessionStorage.setItem(this.name, JSON.stringify(kept));
      else sessionStorage.removeItem(this.name);
    } catch {
      // No storage in this browser: the page itself still holds the drafts and warns before it is left.
    }
  }

  /** @returns {Object<string, {text: string, status: string, revision: number, message?: string}>} */
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.name)) ?? {};
    } catch {
      return {};
    }
  }
}
