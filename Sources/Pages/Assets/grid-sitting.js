// A sitting: its parts, what they ask of each other, and the page around the grid.

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

// What could not be saved is not sent unasked when it is older than this.
const STALE = 30 * 60_000;
const PANELS = ["history", "missing"];

export class Sitting {
  constructor(element, settings) {
    this.settings = settings;
    this.scope = `?${new URLSearchParams({ class: new URLSearchParams(location.search).get("class") ?? "" })}`;
    this.table = new GridTable(element);
    this.store = new DraftStore(settings);
    this.painter = new Painter(this);
    this.saver = new Saver(this);
    this.undo = new UndoStack(this, [settings.person, location.pathname, this.scope, this.table.columns[0].id]);
    this.selection = new Selection(this);
    this.blocks = new Blocks(this);
    this.editor = new Editor(this);
    this.keys = new Keys(this, element);
    this.#makeGrid(element);
    this.#restoreDrafts();
    this.#listen();
    this.undo.show();
    follow(this, settings);
  }

  #makeGrid(element) {
    Object.assign(element, { role: "grid", ariaMultiSelectable: "true" });
    for (const cell of this.table.cells) {
      Object.assign(cell.td, { tabIndex: -1, ariaSelected: "false" });
      if (!takesTyping(cell)) cell.td.ariaReadOnly = "true";
    }
    this.selection.select(this.table.cells.find((cell) => cell.state === "due") ?? this.table.rows[0].cells[0], false);
  }

  /** Shows again what an earlier load could not save, and sends it unless it is old: then a person decides. */
  #restoreDrafts() {
    const old = [];
    for (const [name, kept] of Object.entries(this.store.read())) {
      const cell = this.table.byKey.get(name);
      if (!cell) continue;
      cell.isKept = true;
      const isTyped = !["invalid", "refused"].includes(kept.status);
      const isOld = isTyped && Date.now() - kept.at > STALE;
      if (kept.text === cell.text) this.store.note(cell);
      else this.saver.restore(cell, isTyped ? { ...kept, status: isOld ? "kept" : "failed" } : kept);
      if (cell.draft && isOld) old.push(cell);
    }
    this.saver.retry();
    if (old.length === 0) return;
    const settle = (title, act) => button(title, () => {
      act(old.filter(({ draft }) => draft?.status === "kept"));
      this.#alert();
    });
    this.#alert(`${count(old.length, "value")} of an earlier visit could not be saved:`, old,
      settle("Save now", (cells) => this.saver.retry(cells)), settle("Forget", (cells) => cells.forEach((cell) => this.saver.drop(cell))));
  }

  #listen() {
    window.addEventListener("online", () => this.saver.retry());
    window.addEventListener("offline", () => this.line("No connection."));
    window.addEventListener("beforeunload", (event) => {
      this.editor.close(true);
      if (!this.isLeaving && this.saver.drafts.size > 0) event.preventDefault();
    });
    byID("grid-lock").onclick = (event) => this.#lock(event);
    byID("grid-retry").onclick = () => this.saver.retry();
    for (const name of PANELS) byID(`grid-${name}`).addEventListener("open", () => this.#panels([name]));
    byID("grid-fill").onclose = ({ target }) => this.#answered(target, (value, how) => this.blocks.fillWith(value.trim(), how === "column"));
    byID("grid-paste-text").onclose = ({ target }) => this.#answered(target, (text) => this.blocks.paste(text));
  }

  #answered(dialog, act) {
    const how = dialog.returnValue;
    dialog.returnValue = "";
    this.selection.cell.td.focus();
    if (how) act(dialog.querySelector("input, textarea").value, how);
  }

  /** Takes a value; `seen` is the revision that the person saw when starting to type. */
  put(cell, text, seen) {
    this.putAll([{ cell, text, revision: seen }], "grid", `${text || "clearing"} in ${nameOf(cell)}`);
  }

  putAll(changes, door, title) {
    const real = changes.filter(({ cell, text }) => text !== shown(cell));
    if (real.length > 0) this.saver.put(real, door, this.undo.begin(title));
    this.undo.show();
  }

  /** Shows what the server offers to fill in because of a cell; nothing takes the last offer of its row away. */
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
    // What many changes alter is shown once, before the next paint.
    this.isStale ||= Boolean(requestAnimationFrame(() => this.#summary()));
  }

  #summary() {
    this.isStale = false;
    this.painter.sittingState(this.saver.drafts);
    this.painter.selected(this.selection.cell);
  }

  settled(saved, troubled, changed, resultsIn) {
    this.#summary();
    if (resultsIn) this.painter.progress(resultsIn);
    if (saved.length > 0) this.painter.saved(saved, changed);
    if (troubled.length > 0) this.painter.alarm(troubled);
    this.undo.keep();
    this.#panels(PANELS);
  }

  selected(cell, before) {
    this.painter.selected(cell, before);
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

  /** Something to be read above the grid, until one of its buttons is pressed. */
  #alert(words, cells = [], ...buttons) {
    const alert = byID("grid-alert");
    alert.hidden = !words;
    if (!words) return this.selection.cell.td.focus();
    const link = (cell) => button(`${nameOf(cell)}: ${shown(cell) || "empty"}`, () => this.selection.select(cell), "link");
    alert.replaceChildren(make("p", { textContent: words }), make("ul", {}, ...cells.map((cell) => make("li", {}, link(cell)))), ...buttons);
    alert.querySelector("button").focus();
  }

  tell(words) {
    this.#alert(words, [], button("Close", () => this.#alert()));
  }

  async #lock(event) {
    event.preventDefault();
    const { href } = event.currentTarget;
    const leave = () => {
      this.isLeaving = true;
      location.assign(href);
    };
    this.editor.close(true);
    await this.saver.quiet();
    const cells = [...this.saver.drafts];
    if (cells.length === 0) return leave();
    const [words, what] = cells.length === 1 ? ["One value is", "it"] : [`${cells.length} values are`, "them"];
    this.#alert(`${words} not saved. Put ${what} right, or lock without ${what}.`, cells,
      button(`Lock without ${what}`, () => {
        for (const cell of cells) this.saver.drop(cell);
        leave();
      }));
  }
}
