// What is not stored yet, kept in this browser so that neither a reload nor a closed tab loses it.

import { keep, kept } from "./grid-dom.js";

export class DraftStore {
	#changed = new Set();

	constructor(sitting) {
		this.name = `leadline-grid:${sitting.endpoint}:${sitting.person}`;
	}

	/** Notes that a draft came, changed or went; other tabs' drafts are left alone. */
	note(cell) {
		if (!cell.draft && !cell.isKept) return;
		cell.isKept = Boolean(cell.draft);
		if (this.#changed.size === 0) queueMicrotask(() => this.#write());
		this.#changed.add(cell);
	}

	#write() {
		const drafts = this.read();
		for (const cell of this.#changed) {
			const name = `${cell.key}/${cell.column.id}`;
			delete drafts[name];
			if (!cell.draft) continue;
			const { text, status, revision, message, door } = cell.draft;
			drafts[name] = { text, status, revision, message, door, at: Date.now() };
		}
		this.#changed.clear();
		keep("localStorage", this.name, drafts);
	}

	read() {
		return kept("localStorage", this.name);
	}
}
