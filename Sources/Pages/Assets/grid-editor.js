// Typing into a cell: one input that is put into the cell while it is edited.

import { nameOf, shown } from "./grid-table.js";

export class Editor {
  #input;
  #isQuick = false;

  /**
   * @param {object} on commit(cell, text, seenRevision), move(how, cell) with how = down | up | next | previous | left | right,
   *   escape(cell), list(cell, text)
   */
  constructor(on) {
    this.on = on;
    this.cell = null;
    const input = document.createElement("input");
    input.className = "grid-input";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.setAttribute("autocapitalize", "characters");
    input.setAttribute("enterkeyhint", "next");
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close(true));
    this.#input = input;
  }

  /** Opens the cell: with its text to be changed, or, when a key was typed, with that instead of it. */
  open(cell, typed = null) {
    if (this.cell) this.close(true);
    this.cell = cell;
    this.seen = cell.revision;
    this.#isQuick = typed !== null;
    const input = this.#input;
    input.value = typed ?? shown(cell);
    input.setAttribute("aria-label", nameOf(cell));
    const described = cell.td.getAttribute("aria-describedby");
    if (described) input.setAttribute("aria-describedby", described);
    else input.removeAttribute("aria-describedby");
    if (cell.draft?.status === "invalid") input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    cell.td.append(input);
    // One stop for Tab and one target for a finger: the input, not the cell as well.
    cell.td.tabIndex = -1;
    cell.td.classList.add("editing");
    input.focus();
    if (typed === null) input.select();
  }

  /** Closes the cell; hands its text over if it is to be kept and was changed. */
  close(keeps) {
    const { cell } = this;
    if (!cell) return;
    this.cell = null;
    const text = this.#input.value.trim();
    this.#input.remove();
    cell.td.classList.remove("editing");
    cell.td.tabIndex = 0;
    if (keeps && text !== shown(cell)) this.on.commit(cell, text, this.seen);
  }

  #leave(how, event) {
    event.preventDefault();
    event.stopPropagation();
    const { cell } = this;
    this.close(true);
    this.on.move(how, cell);
  }

  #key(event) {
    if (event.isComposing) return;
    const { key } = event;
    if (key === "Enter") this.#leave(event.shiftKey ? "up" : "down", event);
    else if (key === "Tab") this.#leave(event.shiftKey ? "previous" : "next", event);
    else if (key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      const { cell } = this;
      this.close(false);
      this.on.escape(cell);
    } else if (key === "ArrowDown" && event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      const { cell } = this;
      const text = this.#input.value.trim();
      this.close(false);
      this.on.list(cell, text);
    } else if (key === "ArrowDown") this.#leave("down", event);
    else if (key === "ArrowUp") this.#leave("up", event);
    else if (this.#isQuick && key === "ArrowLeft") this.#leave("left", event);
    else if (this.#isQuick && key === "ArrowRight") this.#leave("right", event);
    else if (key === "F2") this.#isQuick = false;
    // Keys of the text belong to the input; the grid must not see them.
    event.stopPropagation();
  }
}
