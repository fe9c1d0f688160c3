// A sitting: joins table, selection, editor, saver and painter, and gives every key and click its meaning.

import { CodeList } from "./grid-codes.js";
import { Editor } from "./grid-editor.js";
import { Painter } from "./grid-painter.js";
import { Saver } from "./grid-saver.js";
import { Selection } from "./grid-selection.js";
import { DraftStore } from "./grid-store.js";
import { GridTable, hasScore, nameOf, shown, takesTyping, toggledScore } from "./grid-table.js";

export class Sitting {
  constructor(element, sitting) {
    this.table = new GridTable(element);
    this.store = new DraftStore(sitting);
    this.selection = new Selection(this.table, (cell, before) => this.painter.selected(cell, before));
    this.saver = new Saver(sitting, this.table, {
      change: (cell) => this.#changed(cell),
      saved: (cell, changed) => this.painter.saved(cell, changed),
      progress: (counts) => this.painter.progress(counts),
      problem: (cell) => this.painter.alarm(cell),
    });
    const settle = (act) => (cell) => {
      act(cell);
      this.selection.select(cell);
    };
    this.painter = new Painter(this.table, sitting, {
      retry: settle((cell) => this.saver.retry(cell)),
      restore: settle((cell) => this.saver.drop(cell)),
      keepMine: settle((cell) => this.saver.keepMine(cell)),
      takeTheirs: settle((cell) => this.saver.takeTheirs(cell)),
    });
    this.editor = new Editor({
      commit: (cell, text, seen) => this.saver.put(cell, text, seen),
      move: (how, cell) => this.#move(how, cell),
      escape: (cell) => this.#restore(cell),
      list: (cell, text) => this.codes.open(cell, text) || this.selection.select(cell),
    });
    this.codes = new CodeList(
      (cell, code) => {
        this.saver.put(cell, hasScore(cell) ? toggledScore(cell) : code);
        this.selection.select(cell);
      },
      (cell) => this.selection.select(cell),
    );
    this.#makeGrid(element);
    this.#restoreDrafts();
    this.#listen(element);
  }

  #makeGrid(element) {
    element.setAttribute("role", "grid");
    element.setAttribute("aria-readonly", "false");
    for (const cell of this.table.cells()) {
      cell.td.tabIndex = -1;
      if (!takesTyping(cell)) cell.td.setAttribute("aria-readonly", "true");
    }
    const first = [...this.table.cells()].find((cell) => cell.state === "due") ?? this.table.cellAt(0, 0);
    if (first) this.selection.select(first, { focus: false });
  }

  /** What an earlier load of this page could not save: shown again, and sent again where only the connection was missing. */
  #restoreDrafts() {
    for (const [name, kept] of Object.entries(this.store.read())) {
      const slash = name.lastIndexOf("/");
      const cell = this.table.find(name.slice(0, slash), name.slice(slash + 1));
      if (!cell) continue;
      if (kept.text === cell.text) continue;
      if (kept.status === "invalid" || kept.status === "refused") {
        cell.draft = { ...kept, tries: 0 };
        this.#changed(cell);
      } else this.saver.put(cell, kept.text, kept.revision);
    }
    this.store.write(this.table);
  }

  #listen(element) {
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("mousedown", (event) => this.#press(event));
    element.addEventListener("click", (event) => this.#click(event));
    element.addEventListener("focusin", (event) => {
      const cell = this.table.cellOf(event.target);
      if (cell && event.target === cell.td) this.selection.select(cell, { focus: false });
    });
    window.addEventListener("online", () => this.saver.retryAll());
    window.addEventListener("beforeunload", (event) => {
      this.editor.close(true);
      if (!this.isLeaving && this.saver.unsaved().length > 0) event.preventDefault();
    });
    document.getElementById("grid-lock").addEventListener("click", (event) => this.#lock(event));
  }

  #changed(cell) {
    this.painter.cell(cell);
    this.painter.sittingState(this.saver.unsaved());
    if (this.selection.cell?.row === cell.row) this.painter.selected(this.selection.cell);
    this.store.write(this.table);
  }

  #move(how, cell) {
    this.selection.select(cell);
    switch (how) {
      case "down": return this.selection.move(1, 0);
      case "up": return this.selection.move(-1, 0);
      case "left": return this.selection.move(0, -1);
      case "right": return this.selection.move(0, 1);
      case "next": return this.selection.across(1);
      case "previous": return this.selection.across(-1);
    }
  }

  #restore(cell) {
    if (cell.draft && cell.draft.status !== "waiting") this.saver.drop(cell);
    this.selection.select(cell);
  }

  #type(cell, typed) {
    if (takesTyping(cell)) this.editor.open(cell, typed);
    else this.painter.refuse(cell);
  }

  #key(event) {
    if (event.target.closest(".grid-message")) return this.#keyInMessage(event);
    const cell = this.table.cellOf(event.target);
    if (!cell || event.target !== cell.td || event.isComposing) return;
    if (this.#keyInCell(cell, event)) event.preventDefault();
  }

  /** Answers whether the key had a meaning here. */
  #keyInCell(cell, event) {
    const { key, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey) return key === "ArrowDown" && (this.codes.open(cell) || this.#listless(cell));
    switch (key) {
      case "ArrowDown": return this.selection.move(1, 0);
      case "ArrowUp": return this.selection.move(-1, 0);
      case "ArrowLeft": return this.selection.move(0, -1);
      case "ArrowRight": return this.selection.move(0, 1);
      case "PageDown": return this.selection.page(1);
      case "PageUp": return this.selection.page(-1);
      case "Home": return this.selection.edge(false, command);
      case "End": return this.selection.edge(true, command);
      case "Enter": return this.selection.move(shiftKey ? -1 : 1, 0);
      case "Tab": return this.#tab(cell, shiftKey);
      case "F2": return this.#type(cell, null), true;
      case "Escape": return this.#escape(cell);
      case "Delete":
      case "Backspace":
        if (takesTyping(cell) && shown(cell) !== "") this.saver.put(cell, "");
        else if (!takesTyping(cell)) this.painter.refuse(cell);
        return true;
      case " ": return true;
    }
    if (key.length !== 1 || command) return false;
    if (key === "+" && hasScore(cell)) this.saver.put(cell, toggledScore(cell));
    else this.#type(cell, key);
    return true;
  }

  #listless(cell) {
    this.painter.refuse(cell);
    return true;
  }

  #tab(cell, isBackwards) {
    const [first] = isBackwards ? [] : this.painter.buttons(cell);
    if (first) {
      first.focus();
      return true;
    }
    return this.selection.across(isBackwards ? -1 : 1);
  }

  /** Gives up what was typed; with nothing to give up, leaves the grid for the buttons above it. */
  #escape(cell) {
    if (cell.draft) this.#restore(cell);
    else document.getElementById("grid-lock").focus();
    return true;
  }

  #keyInMessage(event) {
    const { cell } = this.selection;
    const buttons = this.painter.buttons(cell);
    const next = buttons[buttons.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
    if (event.key === "Tab" && next) next.focus();
    else if (event.key === "Tab" && !event.shiftKey) this.selection.across(1);
    else if (event.key === "Tab" || event.key === "Escape") this.selection.select(cell);
    else return;
    event.preventDefault();
  }

  #press(event) {
    const cell = this.table.cellOf(event.target);
    this.wasActive = Boolean(cell) && document.activeElement === cell.td;
    // The button must not take the focus from the cell that it belongs to.
    if (event.target === this.painter.picker) event.preventDefault();
  }

  #click(event) {
    const cell = this.table.cellOf(event.target);
    if (!cell || event.target.nodeName === "INPUT") return;
    if (event.target === this.painter.picker) this.codes.open(cell);
    else if (this.wasActive && takesTyping(cell)) this.editor.open(cell);
    else this.selection.select(cell);
  }

  async #lock(event) {
    event.preventDefault();
    const { href } = event.currentTarget;
    this.editor.close(true);
    await this.saver.quiet();
    const unsaved = this.saver.unsaved();
    if (unsaved.length === 0) {
      this.isLeaving = true;
      location.assign(href);
      return;
    }
    this.#askBeforeLocking(unsaved, href);
  }

  #askBeforeLocking(unsaved, href) {
    const alert = document.getElementById("grid-alert");
    const words = document.createElement("p");
    words.textContent = unsaved.length === 1
      ? "One value is not saved, so the assessment is not locked yet. Put it right, or lock without it."
      : `${unsaved.length} values are not saved, so the assessment is not locked yet. Put them right, or lock without them.`;
    const list = document.createElement("ul");
    for (const cell of unsaved) {
      const item = document.createElement("li");
      item.append(button(`${nameOf(cell)}: ${cell.draft.text || "empty"}`, "link", () => this.selection.select(cell)));
      list.append(item);
    }
    const leave = button(unsaved.length === 1 ? "Lock without it" : "Lock without them", "button", () => {
      for (const cell of unsaved) if (cell.draft) this.saver.drop(cell);
      this.isLeaving = true;
      location.assign(href);
    });
    alert.replaceChildren(words, list, leave);
    alert.hidden = false;
    list.querySelector("button").focus();
  }
}

function button(title, className, act) {
  const element = document.createElement("button");
  Object.assign(element, { type: "button", className, textContent: title });
  element.addEventListener("click", act);
  return element;
}
