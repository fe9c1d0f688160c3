// The table as data: a record for each cell, read once from the server's markup.
//
// A record: { td, row, col, key, column, text, state, revision, note, accepts, by, draft, isFresh, other }
//   draft    what was typed and is not stored, or null; status: waiting | failed | kept | refused | invalid | conflict
//   isFresh  saved in this sitting;  other  who changed it meanwhile

import { byID, make } from "./grid-dom.js";

export const TOKENS = { due: "u", optional: "o", value: "v", derived: "d", official: "f", locked: "k" };
const OPEN = ["due", "optional", "value"];

export class GridTable {
	rows = [];
	byElement = new Map();
	byKey = new Map();

	constructor(element) {
		const { columns, codes } = JSON.parse(byID("grid-columns").textContent);
		this.columns = columns.map((column) => ({ subject: column.id.split(".")[0], ...column, codes: codes[column.codes] ?? [] }));
		for (const tr of element.querySelectorAll("tbody > tr")) {
			const row = { tr, key: tr.dataset.k, label: tr.cells[0].firstChild?.textContent.trim(), index: this.rows.length };
			row.cells = [...tr.cells].slice(1).map((td, col) => this.#read(td, row, col));
			this.rows.push(row);
		}
	}

	#read(td, row, col) {
		const [token, ...tokens] = td.className.split(" ");
		const { r: revision = 0, a: accepts } = td.dataset;
		const lines = td.title ? td.title.split("\n") : [];
		const cell = {
			td, row, col, key: row.key, column: this.columns[col], startsGroup: tokens.includes("s"),
			text: td.querySelector("small") || td.textContent === "–" ? "" : td.textContent,
			state: Object.keys(TOKENS).find((state) => TOKENS[state] === token), revision: Number(revision), accepts: accepts?.split(" ") ?? [],
			note: ((token === "k" || tokens.includes("n")) && lines.shift()) || null, by: lines[0] ?? null,
		};
		this.byElement.set(td, cell);
		this.byKey.set(`${row.key}/${cell.column.id}`, cell);
		return cell;
	}

	cellOf(element) {
		return this.byElement.get(element.closest("td"));
	}

	find(key, columnID) {
		return this.byKey.get(`${key}/${columnID}`);
	}

	/** A cell of the assessment, shown here or not. */
	anyCell(key, id, now) {
		const row = this.rows.find((each) => each.key === key) ?? { tr: make("tr"), cells: [] };
		const unseen = { td: make("td"), row, key, column: { id, name: id, codes: [] }, accepts: [], ...now };
		if (!this.find(key, id)) this.byKey.set(`${key}/${id}`, unseen);
		return this.find(key, id);
	}

	get cells() {
		return this.rows.flatMap((row) => row.cells);
	}

	/** Takes what the server says, but never anything older; answers the cells that changed. */
	update(rows) {
		return Object.entries(rows).flatMap(([key, { cells }]) => this.#updateRow(key, cells));
	}

	#updateRow(key, cells) {
		// A cell that waits for its answer is left alone: somebody may have been quicker.
		const news = Object.entries(cells).map(([id, now]) => [this.find(key, id), now]).filter(([cell]) => cell && cell.draft?.status !== "waiting");
		const isOld = ([cell, { revision }]) => revision < cell.revision;
		const isStale = news.some(isOld);
		return news.filter(([cell, now]) => {
			// What is worked out has no revision: it is as old as the oldest of its row.
			if (isStale && (isOld([cell, now]) || now.revision === 0)) return false;
			if (now.revision > cell.revision) cell.other = now.by ?? "somebody else";
			const record = { note: null, accepts: [], ...now, by: [now.by, now.at].filter(Boolean).join(", ") || null };
			const isChanged = ["text", "state", "revision", "note", "by"].some((name) => cell[name] !== record[name]);
			Object.assign(cell, record);
			return isChanged;
		}).map(([cell]) => cell);
	}
}

export const shown = (cell) => (cell.draft ?? cell).text;

export const stored = (cell) => (cell.state === "derived" ? "" : cell.text);

export const takesTyping = (cell) => Boolean(cell.key && (OPEN.includes(cell.state) || cell.accepts.length > 0 || cell.draft));

/** Whether something is left to do here. */
export const needsWork = ({ draft, state, offer }) => (draft ? draft.status !== "waiting" : offer || state === "due");

/** Whether Tab stops here: open, and not about to be closed by a mark in the subject. */
export function isNextToFill(cell) {
	const { kind, subject } = cell.column;
	if (!cell.key || !OPEN.includes(cell.state) || !["mark", "judgement"].includes(kind)) return false;
	if (shown(cell) !== "" || kind === "mark") return true;
	const isMarked = (other) => other.column.kind === "mark" && other.column.subject === subject && !["", "B", "b"].includes(shown(other));
	return !cell.row.cells.some(isMarked);
}

/** Whether special consideration can be given or taken. */
export const hasScore = ({ key, column, draft, text }) => Boolean(key) && column.kind === "scaled" && !draft && /^\d+\+?$/.test(text);

export function toggledScore({ text, state }) {
	if (!text.endsWith("+")) return `${text}+`;
	// A worked-out score needs nothing stored in its place; a stored one has to be named.
	return state === "derived" ? "" : text.slice(0, -1);
}

export function choices(cell) {
	const { text, state, column, accepts } = cell;
	if (!hasScore(cell)) return OPEN.includes(state) ? column.codes : column.codes.filter(([code]) => accepts.includes(code));
	return text.endsWith("+")
		? [[text.slice(0, -1), "without special consideration"]]
		: [[`${text}+`, "with special consideration: counts 3 more in the school’s measures"]];
}

/** "Davies, Siân, GPS paper 2" */
export const nameOf = ({ row, column }) => `${row.label}, ${column.name}`;
