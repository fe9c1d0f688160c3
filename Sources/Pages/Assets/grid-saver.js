// Sends what was typed, one request at a time; what is typed meanwhile goes with the next.

import { posting } from "./grid-dom.js";
import { stored } from "./grid-table.js";

const PATIENCE = 15_000;
const LONGEST_PAUSE = 30_000;

export class Saver {
	#work;
	#tries = 0;
	#timer;

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
		this.#begin();
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
	}

	/** Sends again, by default what lacked a connection. */
	retry(cells = this.#are("failed")) {
		clearTimeout(this.#timer);
		for (const cell of cells) this.restore(cell, Object.assign(cell.draft, { status: "waiting" }));
		this.#begin();
	}

	/** Settles a conflict; the other way is `drop`. */
	keepMine(cell) {
		Object.assign(cell.draft, { revision: cell.draft.current.revision, before: null });
		this.retry([cell]);
	}

	/** Resolves when nothing is on its way. */
	async quiet() {
		await this.#work;
	}

	#are(status) {
		return [...this.drafts].filter((cell) => cell.draft.status === status);
	}

	#begin() {
		if (this.#are("waiting")[0]) this.#work ??= this.#sendAll();
	}

	async #sendAll() {
		for (let cells; (cells = this.#are("waiting"))[0]; ) {
			// History names the door, so a request has one.
			const { door } = cells[0].draft;
			await this.#send(cells.filter((cell) => cell.draft.door === door), door);
		}
		this.#work = null;
	}

	async #send(cells, door) {
		const sent = new Map(cells.map((cell) => [cell, cell.draft]));
		for (const [cell, draft] of sent) draft.before ??= stored(cell);
		const { settings, scope } = this.sitting;
		const asked = cells.map(({ key, column, draft }) => ({ pupil: key, column: column.id, value: draft.text, revision: draft.revision }));
		let status = 0;
		let answer;
		try {
			const body = { date: settings.date, door, cells: asked };
			const response = await fetch(settings.endpoint + scope, { ...posting(settings, body), signal: AbortSignal.timeout(PATIENCE) });
			({ status } = response);
			answer = await response.json();
		} catch {
			// The status says whether there was an answer.
		}
		if (!answer || status >= 500 || status === 429) return this.#tryLater(sent, status > 0 ? "The server cannot save just now." : "No connection.");
		this.#tries = 0;
		this.sitting.line("");
		if (status === 200) return this.#take(sent, answer);
		const signIn = status === 401;
		const message = signIn ? "You are signed out. Sign in again in a new tab, then try again here." : answer.message;
		this.#settle(sent, cells.map((cell) => ({ cell, status: "refused", signIn, message })));
	}

	#take(sent, { cells, rows, resultsIn }) {
		const answers = cells.map((each) => ({ ...each, cell: this.table.find(each.pupil, each.column) }));
		for (const { cell, status, value, revision, own } of answers) {
			if (status !== "saved") continue;
			const draft = sent.get(cell);
			// Another revision is not of our making: nothing to undo.
			if (own && revision === draft.revision + 1 && value !== draft.before) this.sitting.undo.stored(cell, draft, value, revision);
			Object.assign(cell, { text: value, revision, isFresh: true, other: null });
			if (cell.draft === draft) {
				cell.draft = null;
				this.drafts.delete(cell);
			} else if (cell.draft) cell.draft.revision = revision;
		}
		this.#settle(sent, answers.filter((each) => each.status !== "saved"), rows, resultsIn);
	}

	#settle(sent, refusals, rows = {}, resultsIn) {
		// Where a newer edit is waiting, its own answer matters.
		const troubled = refusals.filter(({ cell }) => cell.draft === sent.get(cell));
		for (const { cell, message, allowed, status, current, signIn } of troubled) {
			const hint = allowed && !/\bEnter\b|\bmust be\b/.test(message) ? ` ${allowed}` : "";
			Object.assign(cell.draft, { status, current, signIn, message: message + hint });
		}
		const { sitting, table } = this;
		const cells = [...sent.keys()];
		const changed = table.update(rows);
		for (const cell of new Set([...cells, ...changed])) sitting.changed(cell);
		for (const key in rows) sitting.propose(cells.find((cell) => cell.key === key), rows[key].offers?.[0], rows[key].cells);
		sitting.settled(cells.filter((cell) => !cell.draft), troubled.map(({ cell }) => cell), changed, resultsIn);
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
