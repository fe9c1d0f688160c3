// What keys, clicks and clipboard events mean in the grid.

import { byID } from "./grid-dom.js";
import { hasScore, needsWork, takesTyping, toggledScore } from "./grid-table.js";

const STEPS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageDown: [10, 0], PageUp: [-10, 0] };

export class Keys {
	constructor(sitting, element) {
		const { table, selection } = sitting;
		Object.assign(this, { sitting, table, selection });
		const on = (target, kind, act) => target.addEventListener(kind, act);
		on(element, "keydown", (event) => this.#key(event));
		on(element, "mousedown", (event) => this.#press(event));
		on(element, "mouseover", ({ buttons, target }) => {
			if (buttons === 1 && this.isDragging) selection.extend(table.cellOf(target));
		});
		on(element, "click", (event) => this.#click(event));
		on(element, "focusin", ({ target }) => {
			const cell = table.cellOf(target);
			if (target === cell?.td && cell !== selection.cell) selection.select(cell, false);
		});
		on(document, "keydown", (event) => this.#keyOfPage(event));
		for (const kind of ["copy", "cut", "paste"]) on(document, kind, (event) => this.#clipboard(event));
	}

	#type(cell, typed) {
		if (takesTyping(cell) || hasScore(cell)) this.sitting.editor.open(cell, typed);
		else this.sitting.painter.refuse(cell);
		return true;
	}

	#key(event) {
		if (event.key === "Escape" && event.target.closest(".grid-message")) this.selection.select(this.selection.cell);
		const cell = this.table.cellOf(event.target);
		if (event.target === cell?.td && !event.isComposing && this.#keyInCell(cell, event)) event.preventDefault();
	}

	#keyInCell(cell, { key, shiftKey, ctrlKey, metaKey, altKey }) {
		const { sitting, selection } = this;
		const isCommand = ctrlKey || metaKey;
		if (altKey) return key === "ArrowDown" && (sitting.choose(cell) || sitting.painter.refuse(cell));
		if (key in STEPS) return selection.move(...STEPS[key], shiftKey);
		switch (key) {
			case "Home":
			case "End": return selection.edge(key === "End", isCommand, shiftKey);
			case "Enter": return selection.move(shiftKey ? -1 : 1, 0);
			// To the buttons of a message.
			case "Tab": return (shiftKey || !sitting.painter.hasMessage(cell)) && selection.across(shiftKey ? -1 : 1);
			case "F2": return !shiftKey && this.#type(cell, null);
			case "Escape": return this.#escape(cell);
			case "Delete":
			case "Backspace": return sitting.blocks.clear(), true;
			case " ": return true;
		}
		if (isCommand) {
			if (key === "a") return selection.goTo(0, 0), selection.goTo(Infinity, Infinity, true);
			return key === "d" && (sitting.blocks.fillDown(), true);
		}
		if (key.length !== 1 || key === "?") return false;
		if (key !== "+" || !hasScore(cell)) return this.#type(cell, key);
		sitting.put(cell, toggledScore(cell));
		return true;
	}

	/** Keys for the whole page. */
	#keyOfPage(event) {
		const { sitting, selection } = this;
		const { shiftKey } = event;
		const key = event.key.toLowerCase();
		if (event.defaultPrevented || event.target.closest("input, textarea, select, dialog")) return;
		if (event.ctrlKey || event.metaKey) {
			if (key !== "z" && key !== "y") return;
			sitting.undo.step(key === "y" || shiftKey ? "redo" : "undo");
		} else if (key === "?") byID("grid-keys").showModal();
		else if (key === "f8") selection.across(shiftKey ? -1 : 1, needsWork) || sitting.painter.say("Nothing is missing from here on.");
		else if ((key === "f2" && shiftKey) || (key === "h" && event.altKey)) byID("grid-history-toggle").click();
		else return;
		event.preventDefault();
	}

	#clipboard(event) {
		if (document.activeElement !== this.selection.cell.td) return;
		const { blocks } = this.sitting;
		const { clipboardData: board, type } = event;
		event.preventDefault();
		if (type === "paste") return blocks.paste(board.getData("text/plain"));
		board.setData("text/plain", blocks.text);
		if (type === "cut") blocks.clear();
	}

	/** Gives up the text, then the range, then leaves. */
	#escape(cell) {
		if (cell.draft || this.selection.far !== cell) this.sitting.giveUp(cell);
		else byID("grid-lock").focus();
		return true;
	}

	/** Not the input or the button in the cell. */
	#pressed({ target }) {
		return target.nodeName === "INPUT" || target === this.sitting.painter.picker ? undefined : this.table.cellOf(target);
	}

	#press(event) {
		const cell = this.#pressed(event);
		this.wasActive = document.activeElement === cell?.td;
		this.isDragging = cell && event.button === 0;
		// The focus stays with the active cell.
		if (event.shiftKey || event.target === this.sitting.painter.picker) event.preventDefault();
		if (!this.isDragging) return;
		if (event.shiftKey) this.selection.extend(cell);
		else this.selection.select(cell);
	}

	#click(event) {
		const { sitting, selection } = this;
		const cell = this.#pressed(event);
		if (event.target === sitting.painter.picker) sitting.choose(selection.cell);
		else if (cell && this.wasActive && !event.shiftKey && selection.far === cell && takesTyping(cell)) sitting.editor.open(cell);
	}
}
