// The list of codes of one cell: a listbox with each code and its meaning, by mouse, touch or keyboard, with type-ahead.

import { choices, nameOf } from "./grid-table.js";

export class CodeList {
  #box = null;
  #typed = "";
  #typedAt = 0;

  /** @param {(cell: object, code: string) => void} onChoose @param {(cell: object) => void} onClose */
  constructor(onChoose, onClose) {
    this.onChoose = onChoose;
    this.onClose = onClose;
    this.cell = null;
  }

  get isOpen() {
    return this.cell !== null;
  }

  /** Opens under the cell. `prefix` is what was typed so far. Answers false when the cell takes no code. */
  open(cell, prefix = "") {
    const codes = choices(cell);
    if (codes.length === 0) return false;
    this.close(false);
    this.cell = cell;
    const box = document.createElement("ul");
    box.className = "grid-codes";
    box.role = "listbox";
    box.tabIndex = -1;
    box.setAttribute("aria-label", `Codes for ${nameOf(cell)}`);
    codes.forEach(([code, meaning], index) => {
      const item = document.createElement("li");
      item.role = "option";
      item.id = `grid-code-${index}`;
      item.dataset.code = code;
      const name = document.createElement("b");
      name.textContent = code;
      item.append(name, ` ${meaning}`);
      box.append(item);
    });
    box.addEventListener("keydown", (event) => this.#key(event));
    box.addEventListener("click", (event) => {
      const item = event.target.closest("li");
      if (item) this.#choose(item);
    });
    box.addEventListener("focusout", () => this.close(false));
    document.body.append(box);
    this.#box = box;
    this.#place(cell.td.getBoundingClientRect());
    const current = codes.findIndex(([code]) => (prefix || cell.text) !== "" && code.startsWith((prefix || cell.text).toUpperCase()));
    this.#mark(Math.max(0, current));
    box.focus();
    return true;
  }

  close(returnsFocus) {
    if (!this.cell) return;
    const { cell } = this;
    const box = this.#box;
    this.cell = null;
    this.#box = null;
    box.remove();
    if (returnsFocus) this.onClose(cell);
  }

  #place(rect) {
    const box = this.#box;
    const room = window.innerHeight - rect.bottom;
    const height = box.offsetHeight;
    box.style.left = `${Math.max(8, Math.min(rect.left, window.innerWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${room > height + 8 || room > rect.top ? rect.bottom + 2 : Math.max(8, rect.top - height - 2)}px`;
  }

  #mark(index) {
    const items = [...this.#box.children];
    items.forEach((item, place) => item.setAttribute("aria-selected", place === index ? "true" : "false"));
    this.#box.setAttribute("aria-activedescendant", items[index].id);
    items[index].scrollIntoView({ block: "nearest" });
    this.index = index;
  }

  #choose(item) {
    const { cell } = this;
    const { code } = item.dataset;
    this.close(false);
    this.onChoose(cell, code);
  }

  #key(event) {
    const last = this.#box.children.length - 1;
    const moves = { ArrowDown: Math.min(last, this.index + 1), ArrowUp: Math.max(0, this.index - 1), Home: 0, End: last };
    if (event.key in moves && !event.altKey) this.#mark(moves[event.key]);
    else if (event.key === "Enter" || event.key === " ") this.#choose(this.#box.children[this.index]);
    else if (event.key === "Escape" || event.key === "Tab" || (event.altKey && event.key === "ArrowUp")) this.close(true);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) this.#typeAhead(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #typeAhead(letter) {
    const now = Date.now();
    this.#typed = (now - this.#typedAt > 1000 ? "" : this.#typed) + letter.toUpperCase();
    this.#typedAt = now;
    const items = [...this.#box.children];
    const find = (text) => items.findIndex((item) => item.dataset.code.startsWith(text));
    const found = find(this.#typed) >= 0 ? find(this.#typed) : find(letter.toUpperCase());
    if (found >= 0) this.#mark(found);
  }
}
