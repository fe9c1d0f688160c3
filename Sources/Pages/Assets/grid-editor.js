// Typing: one input, put into the cell that is edited.

import { make, set } from "./grid-dom.js";
import { nameOf, shown } from "./grid-table.js";

const MOVES = { Enter: [1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class Editor {
	#input = make("input", {
		className: "grid-input", autocomplete: "off", spellcheck: false, autocapitalize: "characters", enterKeyHint: "next",
		onkeydown: (event) => this.#key(event), onblur: () => this.close(true),
	});

	constructor(sitting) {
		this.sitting = sitting;
	}

	/** Opens the cell with its text, or with the key that was typed instead. */
	open(cell, typed = null) {
		this.close(true);
		const { td } = cell;
		const input = this.#input;
		// As it was when opened: meanwhile somebody else's value may come.
		Object.assign(this, { cell, before: shown(cell), seen: cell.revision, isQuick: typed !== null });
		Object.assign(input, { value: typed ?? this.before, ariaLabel: nameOf(cell) });
		set(input, "aria-describedby", td.getAttribute("aria-describedby"));
		set(input, "aria-invalid", td.ariaInvalid);
		td.append(input);
		// The input is the one stop for Tab.
		td.tabIndex = -1;
		td.classList.add("editing");
		input.focus();
		if (!this.isQuick) input.select();
	}

	close(keeps) {
		const { cell, sitting } = this;
		if (!cell) return;
		this.cell = null;
		const text = this.#input.value.trim();
		this.#input.remove();
		cell.td.classList.remove("editing");
		cell.td.tabIndex = sitting.selection.cell === cell ? 0 : -1;
		if (keeps && text !== this.before) sitting.put(cell, text, this.seen);
	}

	#key(event) {
		if (event.isComposing) return;
		// Not for the grid.
		event.stopPropagation();
		const { key, shiftKey } = event;
		const { cell, sitting } = this;
		const { selection } = sitting;
		const text = this.#input.value.trim();
		const isList = key === "ArrowDown" && event.altKey;
		if (key === "F2") this.isQuick = false;
		if (key !== "Escape" && key !== "Tab" && !(key in MOVES)) return;
		const [rows, cols] = MOVES[key] ?? [];
		// In a text that is changed, left and right go from letter to letter.
		if (!this.isQuick && cols) return;
		event.preventDefault();
		this.close(key !== "Escape" && !isList);
		// Each focus lays the page out, so the next cell gets it at once.
		if (rows !== undefined && !isList) return selection.move(key === "Enter" && shiftKey ? -1 : rows, cols);
		if (key === "Tab" && selection.across(shiftKey ? -1 : 1)) return;
		selection.select(cell);
		if (isList) sitting.choose(cell, text);
		else if (key === "Escape") sitting.giveUp(cell);
	}
}
