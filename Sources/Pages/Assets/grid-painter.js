// Shows the records: a cell's look and words, the messages under a row, the state of the sitting; and reads out.

import { button, byID, make, set } from "./grid-dom.js";
import { choices, nameOf, shown } from "./grid-table.js";

const TOKENS = { due: "u", optional: "o", value: "v", derived: "d", official: "f", locked: "k" };
const DRAFTS = {
  waiting: ["w", "Saving"], failed: ["x", "Not saved yet"], kept: ["x", "Not saved yet"], refused: ["x", "Not saved"],
  invalid: ["e", "Not saved: not valid"], conflict: ["c", "Not saved: changed by somebody else"],
};
const TROUBLES = ["invalid", "refused", "conflict"];

export class Painter {
  picker = make("button", { type: "button", className: "grid-pick", tabIndex: -1, ariaLabel: "Codes" });

  constructor(sitting) {
    Object.assign(this, { sitting, table: sitting.table });
  }

  cell(cell) {
    const { td, draft } = cell;
    const text = shown(cell);
    const score = cell.column.kind === "scaled" ? parseInt(text, 10) : 0;
    const [token, status] = draft ? DRAFTS[draft.status] : cell.other ? ["z", `Changed by ${cell.other}`] : cell.isFresh ? ["ok", "Saved just now"] : [];
    td.className = [
      TOKENS[cell.state], score >= 110 ? "h" : score >= 100 && "m", cell.startsGroup && "s",
      cell.note && cell.state !== "locked" && "n", token, td.classList.contains("editing") && "editing",
    ].filter(Boolean).join(" ");
    this.#content(cell, text);
    td.title = [cell.note, status, cell.by].filter(Boolean).join("\n");
    set(td, "data-who", !draft && cell.other && initials(cell.other));
    set(td, "aria-readonly", takesNothing(cell) && "true");
    set(td, "aria-invalid", draft?.status === "invalid" && "true");
    this.#messages(cell.row);
    this.#describe(cell);
  }

  #content(cell, text) {
    const { td } = cell;
    for (const node of [...td.childNodes]) if (node.nodeName !== "INPUT" && node !== this.picker) node.remove();
    const word = { due: "due", locked: "closed" }[cell.state];
    if (text !== "" || cell.draft) td.prepend(text);
    else if (word) td.prepend(make("small", { textContent: word }));
    else if (cell.state === "derived" || cell.state === "official") td.prepend("–");
  }

  /** The messages of a row stand in a row of their own under it, so that they cover no other cell. */
  #messages(row) {
    const troubled = row.cells.filter(({ draft, offer }) => offer || TROUBLES.includes(draft?.status));
    if (troubled.length === 0 && !row.messages) return;
    // A button that is about to go must not take the focus with it.
    if (row.messages?.contains(document.activeElement)) row.cells.find(({ td }) => td.tabIndex === 0)?.td.focus();
    if (!row.messages) {
      row.messages = make("tr", { className: "grid-messages" }, make("td", { colSpan: this.table.columns.length + 1 }));
      row.tr.after(row.messages);
    }
    row.messages.firstChild.replaceChildren(...troubled.map((cell) => this.#message(cell)));
    if (troubled.length > 0) return;
    row.messages.remove();
    row.messages = null;
  }

  #message(cell) {
    const { message, status, current, text, signIn, changes } = cell.offer ?? cell.draft;
    const box = make("div", { id: messageID(cell), className: `grid-message ${status}` }, make("span", { textContent: message }));
    box.style.setProperty("--at", `${cell.td.offsetLeft}px`);
    const { saver, selection, settings } = this.sitting;
    const offer = (title, act) => box.append(button(title, () => (act(), selection.select(cell)), ""));
    if (changes) {
      offer("Fill them in", () => this.sitting.accept(cell));
      offer("Leave them", () => this.sitting.propose(cell));
    } else if (current) {
      box.firstChild.append(` It is now ${quoted(current.value)} (${[current.author, current.at].filter(Boolean).join(", ")}); you typed ${quoted(text)}.`);
      offer(`Keep mine: ${text || "empty"}`, () => saver.keepMine(cell));
      offer(`Take theirs: ${current.value || "empty"}`, () => saver.drop(cell));
    } else {
      if (status === "refused") offer("Try again", () => saver.retry([cell]));
      offer(cell.text === "" ? "Leave it empty" : `Back to ${cell.text}`, () => saver.drop(cell));
    }
    if (signIn) box.append(make("a", { href: settings.signIn, target: "_blank", rel: "noopener", textContent: "Sign in" }));
    return box;
  }

  hasMessage(cell) {
    return Boolean(byID(messageID(cell)));
  }

  /** Shows which cell is selected, and what it takes. */
  selected(cell, before) {
    before?.row.tr.classList.remove("now");
    cell.row.tr.classList.add("now");
    if (choices(cell).length > 0) cell.td.append(this.picker);
    else this.picker.remove();
    const facts = [cell.note, cell.state === "locked" ? acceptsOf(cell) : hintOf(cell)];
    byID("grid-note").textContent = sentences(facts);
    facts.push(cell.other ? `Changed by ${cell.by ?? cell.other}` : cell.by);
    byID("grid-line").replaceChildren(make("b", { textContent: nameOf(cell) }), ` ${sentences(facts)}`);
    if (before) this.#describe(before);
    this.#describe(cell);
  }

  #describe(cell) {
    const message = cell.row.messages && byID(messageID(cell))?.id;
    set(cell.td, "aria-describedby", [message, cell.td.tabIndex === 0 && "grid-note"].filter(Boolean).join(" "));
  }

  sittingState(drafts) {
    const waiting = [...drafts].filter(({ draft }) => draft.status === "waiting").length;
    const stuck = drafts.size - waiting;
    const chip = byID("grid-chip");
    [chip.dataset.state, chip.textContent] =
      stuck > 0 ? ["unsaved", `${stuck} not saved`] : waiting > 0 ? ["saving", "Saving"] : ["saved", "All changes saved"];
  }

  progress({ done, due }) {
    byID("grid-progress").textContent = `${done} of ${due} results in`;
    Object.assign(byID("grid-bar"), { max: Math.max(due, 1), value: done });
  }

  /** Reads out when the reader is idle; `alarm` and `refuse` at once. */
  say(words) {
    byID("grid-polite").textContent = words;
  }

  saved(cells, changed) {
    const [{ column, text, offer }] = cells;
    const outcome = changed.filter((cell) => cell.text !== "" && ["derived", "official"].includes(cell.state));
    this.say(cells.length > 1 ? `${cells.length} values saved.`
      : `${column.name}: ${text || "cleared"}, saved. ${outcome.map((cell) => `${cell.column.name} ${cell.text}.`).join(" ")}${offer ? ` ${offer.message} Shift and F8 lead back there, Tab to the choices.` : ""}`);
  }

  alarm(cells) {
    const [cell] = cells;
    const more = cells.length > 1 ? `${cells.length} values are not saved; F8 leads to them. The first: ` : "";
    byID("grid-assertive").textContent =
      `${more}${nameOf(cell)}, ${quoted(cell.draft.text)} is not saved. ${cell.draft.message} Tab leads to the choices.`;
  }

  refuse(cell) {
    const words = takesNothing(cell) ? cell.note ?? "It is worked out and cannot be typed." : "It has no list of codes.";
    byID("grid-assertive").textContent = `${nameOf(cell)}. ${words}`;
    byID("grid-line").classList.add("flagged");
    setTimeout(() => byID("grid-line").classList.remove("flagged"), 1500);
  }
}

const messageID = (cell) => `grid-message-${cell.row.index}-${cell.col}`;

const takesNothing = ({ state, accepts }) => ["derived", "official", "locked"].includes(state) && accepts.length === 0;

function hintOf({ state, column, text }) {
  if (state === "derived") return column.kind === "scaled" && text ? "Worked out; + switches special consideration" : "Worked out";
  return state === "official" ? "From the DfE’s file" : column.hint;
}

const acceptsOf = ({ accepts }) => accepts.length > 0 && `It still takes ${accepts.join(", ")}`;

const sentences = (facts) => facts.filter(Boolean).map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" ");

const quoted = (text) => (text === "" ? "empty" : `“${text}”`);

const initials = (name) => name.split(" ").map(([first]) => first).join("");
