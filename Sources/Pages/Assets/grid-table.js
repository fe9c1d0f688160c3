// The table in the page as data: one record for each cell, read once from the markup the server sent.
//
// A record: { td, row, col, key, column, text, state, revision, note, accepts, by, draft, isFresh, other }
//   text, state, revision, note, accepts, by   what the server says is stored or worked out
//   draft   what was typed and is not stored: { text, status, revision, message, current } or null
//           status: waiting | failed | refused | invalid | conflict
//   isFresh saved in this sitting;  other  who changed it while the page was open

const STATES = { u: "due", o: "optional", v: "value", d: "derived", f: "official", k: "locked" };
const OPEN = new Set(["due", "optional", "value"]);

export class GridTable {
  constructor(element) {
    this.element = element;
    const { columns, codes } = JSON.parse(document.getElementById("grid-columns").textContent);
    this.columns = columns.map((column) => ({ ...column, codes: codes[column.codes] ?? [], subject: column.id.split(".")[0] }));
    this.rows = [];
    this.byElement = new Map();
    this.byKey = new Map();
    for (const tr of element.tBodies[0].rows) {
      const row = { tr, key: tr.dataset.k, label: labelOf(tr.cells[0]), index: this.rows.length, messages: null };
      row.cells = [...tr.cells].slice(1).map((td, col) => this.#read(td, row, col));
      this.rows.push(row);
    }
  }

  #read(td, row, col) {
    const tokens = td.className.split(" ");
    const state = STATES[tokens[0]];
    const text = td.querySelector("small") || td.textContent === "–" ? "" : td.textContent;
    const lines = td.title ? td.title.split("\n") : [];
    const hasNote = state === "locked" || tokens.includes("n");
    const cell = {
      td, row, col, text, state,
      key: row.key, column: this.columns[col], startsGroup: tokens.includes("s"),
      revision: Number(td.dataset.r ?? 0), accepts: td.dataset.a ? td.dataset.a.split(" ") : [],
      note: hasNote ? lines[0] ?? null : null, by: lines[hasNote ? 1 : 0] ?? null,
      draft: null, isFresh: false, other: null,
    };
    this.byElement.set(td, cell);
    this.byKey.set(`${row.key}/${cell.column.id}`, cell);
    return cell;
  }

  /** The cell of an element in or under it, or undefined. */
  cellOf(element) {
    return this.byElement.get(element?.closest?.("td"));
  }

  find(key, columnID) {
    return this.byKey.get(`${key}/${columnID}`);
  }

  cellAt(row, col) {
    return this.rows[row]?.cells[col];
  }

  *cells() {
    for (const row of this.rows) yield* row.cells;
  }
}

function labelOf(header) {
  return header.firstChild?.textContent.trim() ?? "";
}

/** What the cell shows: what was typed if that is not stored yet, else what is stored. */
export function shown(cell) {
  return cell.draft ? cell.draft.text : cell.text;
}

/** Whether any value can be typed into the cell, or at least one code. */
export function takesTyping(cell) {
  return Boolean(cell.key) && (OPEN.has(cell.state) || cell.accepts.length > 0 || cell.draft !== null);
}

/** Whether Tab stops here: open, and not about to be closed by what stands in the same subject's row. */
export function isNextToFill(cell) {
  if (!cell.key || !OPEN.has(cell.state) || !["mark", "judgement"].includes(cell.column.kind)) return false;
  if (shown(cell) !== "" || cell.column.kind === "mark") return true;
  return !cell.row.cells.some((other) => {
    const text = shown(other).toUpperCase();
    return other.column.kind === "mark" && other.column.subject === cell.column.subject && text !== "" && text !== "B";
  });
}

/** Whether the cell holds a scaled score that special consideration can be given to or taken from. */
export function hasScore(cell) {
  return Boolean(cell.key) && cell.column.kind === "scaled" && !cell.draft && /^\d+\+?$/.test(cell.text);
}

/** What has to be sent to switch special consideration on or off. */
export function toggledScore(cell) {
  if (!cell.text.endsWith("+")) return `${cell.text}+`;
  // A score worked out from marks stays when nothing is stored in its place; a stored one has to be named.
  return cell.state === "derived" ? "" : cell.text.slice(0, -1);
}

/** The codes the cell takes now, each with its meaning. */
export function choices(cell) {
  if (hasScore(cell)) {
    return cell.text.endsWith("+")
      ? [[cell.text.slice(0, -1), "without special consideration"]]
      : [[`${cell.text}+`, "with special consideration: counts 3 more in the school’s measures"]];
  }
  const codes = cell.column.codes;
  if (OPEN.has(cell.state)) return codes;
  return codes.filter(([code]) => cell.accepts.includes(code));
}

/** "Davies, Siân, GPS paper 2" */
export function nameOf(cell) {
  return `${cell.row.label}, ${cell.column.name}`;
}
