// Shows the records: cells, messages under rows, the sitting's state; and reads out.

import { button, byID, make, set } from "./grid-dom.js";
import { choices, nameOf, shown, TOKENS } from "./grid-table.js";

const DRAFTS = {
	waiting: ["w", "Saving"], failed: ["x", "Not saved yet"], kept: ["x", "Not saved yet"], refused: ["x", "Not saved"],
	invalid: ["e", "Not saved: not valid"], conflict: ["c", "Not saved: changed by somebody else"],
};
const TROUBLES = ["invalid", "refused", "conflict"];
const EMPTY = { due: "due", locked: "closed", derived: "–", official: "–" };

export class Painter {
	picker = make("button", { type: "button", className: "grid-pick", tabIndex: -1, ariaLabel: "Codes" });

	constructor(sitting) {
		this.sitting = sitting;
	}

	cell(cell) {
		const { td, draft, other, state, note } = cell;
		const text = shown(cell);
		const score = cell.column.kind === "scaled" ? parseInt(text, 10) : 0;
		const [token, status] = draft ? DRAFTS[draft.status] : other ? ["z", `Changed by ${other}`] : cell.isFresh ? ["ok", "Saved just now"] : [];
		td.className = words(
			TOKENS[state], score >= 110 ? "h" : score >= 100 && "m", cell.startsGroup && "s", note && state !== "locked" && "n", token,
			td.classList.contains("editing") && "editing");
		this.#content(cell, text);
		td.title = [note, status, cell.by].filter(Boolean).join("\n");
		set(td, "data-who", !draft && other?.replace(/(\S)\S*\s*/g, "$1"));
		set(td, "aria-readonly", takesNothing(cell) && "true");
		set(td, "aria-invalid", draft?.status === "invalid" && "true");
		this.#messages(cell.row);
		this.#describe(cell);
	}

	#content({ td, draft, state }, text) {
		for (const node of [...td.childNodes]) if (node.nodeName !== "INPUT" && node !== this.picker) node.remove();
		const empty = EMPTY[state] ?? "";
		td.prepend(text || draft ? text : empty.length > 1 ? make("small", empty) : empty);
	}

	/** Messages stand in a row of their own, so that they cover no cell. */
	#messages(row) {
		const troubled = row.cells.filter(({ draft, offer }) => offer || TROUBLES.includes(draft?.status));
		if (!troubled[0] && !row.messages) return;
		// A button that goes must not take the focus with it.
		if (row.messages?.contains(document.activeElement)) row.cells.find(({ td }) => td.tabIndex === 0)?.td.focus();
		if (!row.messages) {
			row.messages = make("tr", { className: "grid-messages" }, make("td", { colSpan: row.cells.length + 1 }));
			row.tr.after(row.messages);
		}
		row.messages.firstChild.replaceChildren(...troubled.map((cell) => this.#message(cell)));
		if (troubled[0]) return;
		row.messages.remove();
		row.messages = null;
	}

	#message(cell) {
		const { message, status, current, text, signIn, changes } = cell.offer ?? cell.draft;
		const box = make("div", { id: messageID(cell), className: `grid-message ${status}` }, make("span", message));
		box.style.setProperty("--at", `${cell.td.offsetLeft}px`);
		const { sitting } = this;
		const { saver, selection, settings } = sitting;
		const offer = (title, act) => box.append(button(title, () => (act(), selection.select(cell)), ""));
		if (changes) {
			offer("Fill them in", () => sitting.accept(cell));
			offer("Leave them", () => sitting.propose(cell));
		} else if (current) {
			const { value, author, at } = current;
			box.firstChild.append(` It is now ${quoted(value)} (${[author, at].filter(Boolean).join(", ")}); you typed ${quoted(text)}.`);
			offer(`Keep mine: ${text || "empty"}`, () => saver.keepMine(cell));
			offer(`Take theirs: ${value || "empty"}`, () => saver.drop(cell));
		} else {
			if (status === "refused") offer("Try again", () => saver.retry([cell]));
			offer(cell.text ? `Back to ${cell.text}` : "Leave it empty", () => saver.drop(cell));
		}
		if (signIn) box.append(make("a", { href: settings.signIn, target: "_blank", rel: "noopener", textContent: "Sign in" }));
		return box;
	}

	hasMessage(cell) {
		return byID(messageID(cell));
	}

	/** The selected cell, and what it takes. */
	selected(cell, before = cell) {
		if (before.row !== cell.row) before.row.tr.classList.remove("now");
		cell.row.tr.classList.add("now");
		if (choices(cell)[0]) cell.td.append(this.picker);
		else this.picker.remove();
		const { note, other, by } = cell;
		const facts = [note, hintOf(cell)];
		byID("grid-note").textContent = sentences(facts);
		facts.push(other ? `Changed by ${by ?? other}` : by);
		const line = byID("grid-line");
		const rest = ` ${sentences(facts)}`;
		// Writing lays the page out.
		if (line.textContent !== nameOf(cell) + rest) line.replaceChildren(make("b", nameOf(cell)), rest);
		this.#describe(before);
		this.#describe(cell);
	}

	#describe(cell) {
		set(cell.td, "aria-describedby", words(cell.row.messages && this.hasMessage(cell)?.id, cell.td.tabIndex === 0 && "grid-note"));
	}

	sittingState(drafts) {
		const waiting = [...drafts].filter(({ draft }) => draft.status === "waiting").length;
		const stuck = drafts.size - waiting;
		const chip = byID("grid-chip");
		[chip.dataset.state, chip.textContent] = stuck ? ["unsaved", `${stuck} not saved`] : waiting ? ["saving", "Saving"] : ["saved", "All changes saved"];
	}

	progress({ done, due, words }) {
		byID("grid-progress").textContent = words;
		Object.assign(byID("grid-bar"), { max: Math.max(due, 1), value: done });
	}

	/** Reads out in a pause; `alarm` and `refuse` at once. */
	say(text) {
		byID("grid-polite").textContent = text;
	}

	saved(cells, changed) {
		if (cells[1]) return this.say(`${cells.length} values saved.`);
		const [{ column, text, offer }] = cells;
		const outcome = changed.filter((cell) => cell.text && EMPTY[cell.state] === "–").map((cell) => `${cell.column.name} ${cell.text}.`);
		if (offer) outcome.push(`${offer.message} Shift and F8 lead back there, Tab to the choices.`);
		this.say(words(`${column.name}: ${text || "cleared"}, saved.`, ...outcome));
	}

	alarm(cells) {
		const [cell] = cells;
		const more = cells[1] ? `${cells.length} values are not saved; F8 leads to them. The first: ` : "";
		byID("grid-assertive").textContent =
			`${more}${nameOf(cell)}, ${quoted(cell.draft.text)} is not saved. ${cell.draft.message} Tab leads to the choices.`;
	}

	refuse(cell) {
		const why = takesNothing(cell) ? cell.note ?? "It is worked out and cannot be typed." : "It has no list of codes.";
		byID("grid-assertive").textContent = `${nameOf(cell)}. ${why}`;
		const { classList } = byID("grid-line");
		classList.add("flagged");
		setTimeout(() => classList.remove("flagged"), 1500);
	}
}

const messageID = (cell) => `grid-message-${cell.row.index}-${cell.col}`;

const takesNothing = ({ state, accepts }) => state !== "due" && EMPTY[state] && !accepts[0];

function hintOf({ state, column, text, accepts }) {
	if (state === "locked") return accepts[0] && `It still takes ${accepts.join(", ")}`;
	if (state === "derived") return column.kind !== "scaled" ? column.hint || "Worked out" : text ? "Worked out; + switches special consideration" : "Worked out";
	return state === "official" ? "From the DfE’s file" : column.hint;
}

const words = (...parts) => parts.filter(Boolean).join(" ");

const sentences = (facts) => words(...facts.map((text) => (!text || /[.!?]$/.test(text) ? text : `${text}.`)));

const quoted = (text) => (text ? `“${text}”` : "empty");
