// Shows the records: a cell's look and words, the messages under a row, the state of the sitting, and what is read out.

import { choices, nameOf, shown } from "./grid-table.js";

const TOKENS = { due: "u", optional: "o", value: "v", derived: "d", official: "f", locked: "k" };
const DRAFT_TOKENS = { waiting: "w", failed: "x", refused: "x", invalid: "e", conflict: "c" };
const TITLES = { waiting: "Saving", failed: "Not saved yet", refused: "Not saved", invalid: "Not saved: not valid", conflict: "Not saved: changed by somebody else" };

export class Painter {
  /** @param {object} on retry(cell), keepMine(cell), takeTheirs(cell), restore(cell) */
  constructor(table, sitting, on) {
    this.table = table;
    this.sitting = sitting;
    this.on = on;
    const byID = (id) => document.getElementById(id);
    Object.assign(this, {
      chip: byID("grid-chip"), line: byID("grid-line"), note: byID("grid-note"), polite: byID("grid-polite"),
      assertive: byID("grid-assertive"), words: byID("grid-progress"), bar: byID("grid-bar"),
    });
    this.picker = document.createElement("button");
    this.picker.type = "button";
    this.picker.className = "grid-pick";
    this.picker.tabIndex = -1;
  }

  /** Shows a cell as its record is. */
  cell(cell) {
    const { td, draft } = cell;
    const text = shown(cell);
    const tokens = [TOKENS[cell.state]];
    if (cell.column.kind === "scaled") {
      const score = parseInt(text, 10);
      if (score >= 110) tokens.push("h");
      else if (score >= 100) tokens.push("m");
    }
    if (cell.startsGroup) tokens.push("s");
    if (cell.note && cell.state !== "locked") tokens.push("n");
    if (draft) tokens.push(DRAFT_TOKENS[draft.status]);
    else if (cell.other) tokens.push("z");
    else if (cell.isFresh) tokens.push("ok");
    if (td.classList.contains("editing")) tokens.push("editing");
    td.className = tokens.join(" ");
    this.#content(cell, text);
    td.title = titleOf(cell);
    if (cell.other && !draft) td.dataset.who = initials(cell.other);
    else delete td.dataset.who;
    if (takesNothing(cell)) td.setAttribute("aria-readonly", "true");
    else td.removeAttribute("aria-readonly");
    if (draft?.status === "invalid") td.setAttribute("aria-invalid", "true");
    else td.removeAttribute("aria-invalid");
    this.#messages(cell.row);
    this.#describe(cell, td.tabIndex === 0);
  }

  #content(cell, text) {
    const { td } = cell;
    for (const node of [...td.childNodes]) if (node.nodeName !== "INPUT" && node !== this.picker) node.remove();
    if (text !== "" || cell.draft) return td.prepend(text);
    const word = { due: "due", locked: "closed" }[cell.state];
    if (word) {
      const small = document.createElement("small");
      small.textContent = word;
      td.prepend(small);
    } else if (cell.state === "derived" || cell.state === "official") td.prepend("–");
  }

  /** The messages of a row stand in a row of their own under it, so that they cover no other cell. */
  #messages(row) {
    const troubled = row.cells.filter((cell) => cell.draft?.message && cell.draft.status !== "waiting");
    // A button that is about to go must not take the focus with it.
    if (row.messages?.contains(document.activeElement)) row.cells.find((cell) => cell.td.tabIndex === 0)?.td.focus();
    if (troubled.length === 0) {
      row.messages?.remove();
      row.messages = null;
      return;
    }
    if (!row.messages) {
      row.messages = document.createElement("tr");
      row.messages.className = "grid-messages";
      row.messages.append(document.createElement("td"));
      row.messages.firstChild.colSpan = this.table.columns.length + 1;
      row.tr.after(row.messages);
    }
    row.messages.firstChild.replaceChildren(...troubled.map((cell) => this.#message(cell)));
  }

  #message(cell) {
    const { draft } = cell;
    const box = document.createElement("div");
    box.id = messageID(cell);
    box.className = `grid-message ${draft.status}`;
    box.style.setProperty("--at", `${cell.td.offsetLeft}px`);
    const words = document.createElement("span");
    words.textContent = draft.message;
    box.append(words);
    const button = (title, act) => {
      const element = document.createElement("button");
      element.type = "button";
      element.tabIndex = -1;
      element.textContent = title;
      element.addEventListener("click", () => act(cell));
      box.append(element);
    };
    if (draft.status === "conflict") {
      const { current } = draft;
      words.textContent += ` It is now ${quoted(current.value)} (${[current.author, current.at].filter(Boolean).join(", ")}); you typed ${quoted(draft.text)}.`;
      button(`Keep mine: ${draft.text || "empty"}`, this.on.keepMine);
      button(`Take theirs: ${current.value || "empty"}`, this.on.takeTheirs);
    } else {
      if (draft.status !== "invalid") button("Try again", this.on.retry);
      button(cell.text === "" ? "Leave it empty" : `Back to ${cell.text}`, this.on.restore);
    }
    if (draft.signIn) {
      const link = document.createElement("a");
      Object.assign(link, { href: this.sitting.signIn, target: "_blank", rel: "noopener", textContent: "Sign in", tabIndex: -1 });
      box.append(link);
    }
    return box;
  }

  /** The buttons of the message under a cell, in order. */
  buttons(cell) {
    return [...(document.getElementById(messageID(cell))?.querySelectorAll("button, a") ?? [])];
  }

  /** Shows which cell is selected and says what it takes, or why it is closed. */
  selected(cell, before = null) {
    if (before) this.#describe(before, false);
    for (const row of document.querySelectorAll("tr.now")) row.classList.remove("now");
    cell.row.tr.classList.add("now");
    if (choices(cell).length > 0) {
      this.picker.setAttribute("aria-label", "Codes");
      cell.td.append(this.picker);
    } else this.picker.remove();
    const facts = [cell.note, cell.state === "locked" ? acceptsOf(cell) : hintOf(cell), cell.other ? `Changed by ${cell.by ?? cell.other}.` : cell.by && `${cell.by}.`];
    const name = document.createElement("b");
    name.textContent = nameOf(cell);
    this.line.replaceChildren(name, ` ${facts.filter(Boolean).map(sentence).join(" ")}`);
    this.note.textContent = facts.slice(0, 2).filter(Boolean).map(sentence).join(" ");
    this.#describe(cell, true);
  }

  /** Ties a cell to its message and, while it is selected, to the line of what it takes. */
  #describe(cell, isSelected) {
    const message = document.getElementById(messageID(cell))?.id;
    const ids = [message, isSelected && "grid-note"].filter(Boolean).join(" ");
    if (ids) cell.td.setAttribute("aria-describedby", ids);
    else cell.td.removeAttribute("aria-describedby");
  }

  /** The state of the sitting in a few words. */
  sittingState(unsaved) {
    const waiting = unsaved.filter((cell) => cell.draft.status === "waiting").length;
    const stuck = unsaved.length - waiting;
    const [state, words] =
      stuck > 0 ? ["unsaved", `${stuck} not saved`] : waiting > 0 ? ["saving", "Saving"] : ["saved", "All changes saved"];
    this.chip.dataset.state = state;
    this.chip.textContent = words;
  }

  progress({ done, due }) {
    this.words.textContent = `${done} of ${due} results in`;
    this.bar.max = Math.max(due, 1);
    this.bar.value = done;
  }

  /** Reads out, when the reader is idle, what was saved and what came of it. */
  saved(cell, changed) {
    const outcome = changed
      .filter((other) => other !== cell && other.text !== "" && ["derived", "official"].includes(other.state))
      .map((other) => `${other.column.name} ${other.text}.`);
    this.polite.textContent = `${cell.column.name}: ${cell.text || "cleared"}, saved. ${outcome.join(" ")}`;
  }

  /** Reads out at once that something needs attention. */
  alarm(cell) {
    const choose = this.buttons(cell).length > 0 ? " Tab leads to the choices." : "";
    this.assertive.textContent = `${nameOf(cell)}, ${quoted(cell.draft.text)} is not saved. ${cell.draft.message}${choose}`;
  }

  /** Reads out why nothing can be typed or chosen here. */
  refuse(cell) {
    const words = takesNothing(cell) ? "is worked out and cannot be typed" : "has no list of codes";
    this.assertive.textContent = "";
    this.assertive.textContent = (takesNothing(cell) && cell.note) || `${nameOf(cell)} ${words}.`;
    this.line.classList.add("flagged");
    setTimeout(() => this.line.classList.remove("flagged"), 1500);
  }
}

function messageID(cell) {
  return `grid-message-${cell.row.index}-${cell.col}`;
}

function takesNothing(cell) {
  return ["derived", "official", "locked"].includes(cell.state) && cell.accepts.length === 0;
}

function titleOf(cell) {
  const { draft } = cell;
  const status = draft ? TITLES[draft.status] : cell.other ? `Changed by ${cell.other}` : cell.isFresh ? "Saved just now" : null;
  return [cell.note, status, cell.by].filter(Boolean).join("\n");
}

function hintOf(cell) {
  if (cell.state === "derived") return cell.column.kind === "scaled" && cell.text ? "Worked out; + switches special consideration." : "Worked out.";
  if (cell.state === "official") return "From the DfE’s file.";
  return cell.column.hint;
}

function acceptsOf(cell) {
  return cell.accepts.length > 0 ? `It still takes ${cell.accepts.join(", ")}.` : null;
}

function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function quoted(text) {
  return text === "" ? "empty" : `“${text}”`;
}

function initials(name) {
  return name.split(/\s+/).map((part) => part[0]).join("").slice(0, 3).toUpperCase();
}
