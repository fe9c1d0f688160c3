// A sitting: its parts, and the page around the grid.

import { Blocks } from "./grid-blocks.js";
import { openCodes } from "./grid-codes.js";
import { button, byID, count, make } from "./grid-dom.js";
import { Editor } from "./grid-editor.js";
import { Keys } from "./grid-keys.js";
import { follow } from "./grid-live.js";
import { Painter } from "./grid-painter.js";
import { Saver } from "./grid-saver.js";
import { Selection } from "./grid-selection.js";
import { DraftStore } from "./grid-store.js";
import { GridTable, hasScore, nameOf, shown, takesTyping, toggledScore } from "./grid-table.js";
import { UndoStack } from "./grid-undo.js";

// Older unsaved values are not sent unasked.
const STALE = 30 * 60_000;
const PANELS = ["history", "missing"];

export class Sitting {
	constructor(element, settings) {
		this.settings = settings;
		const asked = new URLSearchParams(location.search);
		this.scope = `?${new URLSearchParams(["class", "year-group"].map((name) => [name, asked.get(name) ?? ""]))}`;
		this.table = new GridTable(element);
		this.store = new DraftStore(settings);
		this.painter = new Painter(this);
		this.saver = new Saver(this);
		this.undo = new UndoStack(this);
		this.selection = new Selection(this);
		this.blocks = new Blocks(this);
		this.editor = new Editor(this);
		this.keys = new Keys(this, element);
		this.#makeGrid(element);
		this.#restoreDrafts();
		this.#listen();
		this.undo.show();
		follow(this);
	}

	#makeGrid(element) {
		Object.assign(element, { role: "grid", ariaMultiSelectable: "true" });
		const { byKey, cells } = this.table;
		for (const cell of cells) {
			Object.assign(cell.td, { tabIndex: -1, ariaSelected: "false" });
			if (!takesTyping(cell)) cell.td.ariaReadOnly = "true";
		}
		const named = byKey.get(location.hash.slice(1));
		this.selection.select(named ?? cells.find((cell) => cell.state === "due") ?? cells[0], !!named);
	}

	/** Shows what an earlier load could not save, and sends it unless it is old: then a person decides. */
	#restoreDrafts() {
		const { saver, store, table } = this;
		const old = [];
		for (const [name, kept] of Object.entries(store.read())) {
			const cell = table.byKey.get(name);
			if (!cell) continue;
			cell.isKept = true;
			const isTyped = !["invalid", "refused"].includes(kept.status);
			const isOld = isTyped && Date.now() - kept.at > STALE;
			if (kept.text === cell.text) store.note(cell);
			else saver.restore(cell, isTyped ? { ...kept, status: isOld ? "kept" : "failed" } : kept);
			if (cell.draft && isOld) old.push(cell);
		}
		saver.retry();
		if (!old[0]) return;
		const settle = (title, act) => button(title, () => {
			act(old.filter(({ draft }) => draft?.status === "kept"));
			this.#alert();
		});
		this.#alert(`${count(old.length, "value")} of an earlier visit could not be saved:`, old,
			settle("Save now", (cells) => saver.retry(cells)), settle("Forget", (cells) => cells.forEach((cell) => saver.drop(cell))));
	}

	#listen() {
		const { blocks, editor, saver } = this;
		window.addEventListener("online", () => saver.retry());
		window.addEventListener("offline", () => this.line("No connection."));
		window.addEventListener("beforeunload", (event) => {
			editor.close(true);
			if (!this.isLeaving && saver.drafts.size) event.preventDefault();
		});
		byID("grid-lock").onclick = (event) => this.#lock(event);
		byID("grid-retry").onclick = () => saver.retry();
		for (const name of PANELS) byID(`grid-${name}`).addEventListener("open", () => this.#panels([name]));
		const answered = (id, act) => (byID(id).onclose = ({ target }) => {
			const how = target.returnValue;
			target.returnValue = "";
			this.selection.cell.td.focus();
			if (how) act(target.querySelector("input, textarea").value, how);
		});
		answered("grid-fill", (value, how) => blocks.fillWith(value.trim(), how === "column"));
		answered("grid-paste-text", (text) => blocks.paste(text));
	}

	/** `seen` is the revision that the person began to type over. */
	put(cell, text, seen) {
		this.putAll([{ cell, text, revision: seen }], "grid", `${text || "clearing"} in ${nameOf(cell)}`);
	}

	putAll(changes, door, title) {
		const real = changes.filter(({ cell, text }) => text !== shown(cell));
		if (real[0]) this.saver.put(real, door, this.undo.begin(title));
	}

	/** Shows the server's offer for a cell; no offer takes the row's last away. */
	propose(cell, offer, cells) {
		const isMeant = offer && !cell.draft && Object.values(offer.changes).includes(cell.text);
		for (const other of cell.row.cells) {
			const now = isMeant && other === cell ? { ...offer, cells, status: "offer" } : null;
			if (other.offer || now) this.changed(Object.assign(other, { offer: now }));
		}
	}

	accept(cell) {
		const { changes, cells } = cell.offer;
		this.propose(cell);
		const all = Object.entries(changes).map(([id, text]) => ({ cell: this.table.anyCell(cell.key, id, cells[id]), text }));
		this.putAll(all, "fill", `filling ${count(all.length, "cell")}`);
	}

	choose(cell, typed) {
		return openCodes(cell, typed, (code) => {
			if (code) this.put(cell, hasScore(cell) ? toggledScore(cell) : code);
			this.selection.select(cell);
		});
	}

	giveUp(cell) {
		if (cell.draft && cell.draft.status !== "waiting") this.saver.drop(cell);
		this.selection.select(cell);
	}

	changed(cell) {
		this.painter.cell(cell);
		this.store.note(cell);
		// Once for many changes.
		this.isStale ||= Boolean(requestAnimationFrame(() => this.isStale && this.#summary()));
	}

	#summary(before) {
		this.isStale = false;
		this.undo.show();
		this.painter.sittingState(this.saver.drafts);
		this.painter.selected(this.selection.cell, before);
	}

	settled(saved, troubled, changed, resultsIn) {
		const { painter } = this;
		this.#summary();
		if (resultsIn) painter.progress(resultsIn);
		// Undo itself says what it does in another view.
		if (saved.some(({ td }) => td.isConnected)) painter.saved(saved, changed);
		const seen = troubled.filter(({ td }) => td.isConnected);
		if (seen[0]) painter.alarm(seen);
		if (seen.length < troubled.length) this.#leaveUnseen(troubled.filter(({ td }) => !td.isConnected));
		this.undo.keep();
		this.#panels(PANELS);
	}

	/** What Undo could not take back in another view: nobody can choose here. */
	#leaveUnseen(cells) {
		const [{ draft: { action, message } }] = cells;
		this.tell(`${count(cells.length, "value")} of another view stayed unchanged (${action.title}). ${message}`);
		for (const cell of cells) this.saver.drop(cell);
	}

	selected(cell, before) {
		if (this.isStale) this.#summary(before);
		else this.painter.selected(cell, before);
		if (before) this.#panels(["history"]);
	}

	async #panels(names) {
		const isOpen = (name) => names.includes(name) && byID(`grid-${name}`).classList.contains("open");
		if (isOpen("history")) (await import("./grid-history.js")).showHistory(this);
		if (isOpen("missing")) (await import("./grid-missing.js")).showMissing(this);
	}

	line(problem) {
		byID("grid-offline").hidden = !problem;
		byID("grid-offline-why").textContent = problem;
	}

	/** To be read above the grid, until a button is pressed. */
	#alert(words, cells = [], ...buttons) {
		const alert = byID("grid-alert");
		alert.hidden = !words;
		if (!words) return this.selection.cell.td.focus();
		const link = (cell) => button(`${nameOf(cell)}: ${shown(cell) || "empty"}`, () => this.selection.select(cell), "link");
		alert.replaceChildren(make("p", words), make("ul", {}, ...cells.map((cell) => make("li", {}, link(cell)))), ...buttons);
		alert.querySelector("button").focus();
	}

	tell(words) {
		this.#alert(words, [], button("Close", () => this.#alert()));
	}

	async #lock(event) {
		event.preventDefault();
		const { href } = event.currentTarget;
		const { editor, saver } = this;
		const leave = () => {
			this.isLeaving = true;
			location.assign(href);
		};
		editor.close(true);
		await saver.quiet();
		const cells = [...saver.drafts];
		if (!cells[0]) return leave();
		const [words, what] = cells[1] ? [`${cells.length} values are`, "them"] : ["One value is", "it"];
		this.#alert(`${words} not saved. Put ${what} right, or lock without ${what}.`, cells,
			button(`Lock without ${what}`, () => {
				for (const cell of cells) saver.drop(cell);
				leave();
			}));
	}
}
