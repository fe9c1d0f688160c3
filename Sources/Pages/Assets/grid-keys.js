// What every key, click and clipboard event means in the grid.

import { byID } from "./grid-dom.js";
import { hasScore, needsWork, takesTyping, toggledScore } from "./grid-table.js";

const STEPS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageDown: [10, 0], PageUp: [-10, 0] };

export class Keys {
  constructor(sitting, element) {
    Object.assign(this, { sitting, table: sitting.table, selection: sitting.selection });
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("mousedown", (event) => this.#press(event));
    element.addEventListener("mouseover", ({ buttons, target }) => {
      if (buttons === 1 && this.isDragging) this.selection.extend(this.table.cellOf(target));
    });
    element.addEventListener("click", (event) => this.#click(event));
    element.addEventListener("focusin", ({ target }) => {
      const cell = this.table.cellOf(target);
      if (target === cell?.td && cell !== this.selection.cell) this.selection.select(cell, false);
    });
    document.addEventListener("keydown", (event) => this.#keyOfPage(event));
    for (const kind of ["copy", "cut", "paste"]) document.addEventListener(kind, (event) => this.#clipboard(event));
  }

  #type(cell, typed) {
    if (takesTyping(cell)) this.sitting.editor.open(cell, typed);
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
      // From a cell with a message on to its buttons, as the page has them.
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

  /** Keys for wherever nothing is being typed. */
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
    if (document.activeElement !== this.selection.cell?.td) return;
    const { blocks } = this.sitting;
    event.preventDefault();
    if (event.type === "paste") return blocks.paste(event.clipboardData.getData("text/plain"));
    event.clipboardData.setData("text/plain", blocks.text);
    if (event.type === "cut") blocks.clear();
  }

  /** Gives up what was typed, then the range, then leaves the grid. */
  #escape(cell) {
    if (cell.draft || this.selection.far !== cell) this.sitting.giveUp(cell);
    else byID("grid-lock").focus();
    return true;
  }

  /** The cell itself, not the input or the button in it. */
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
    const cell = this.#pressed(event);
    if (event.target === this.sitting.painter.picker) this.sitting.choose(this.selection.cell);
    else if (cell && this.wasActive && !event.shiftKey && this.selection.far === cell && takesTyping(cell)) this.sitting.editor.open(cell);
  }
}
