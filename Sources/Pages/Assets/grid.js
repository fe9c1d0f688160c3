// The entry grid page: panels, dialogs and copying, and the sitting when one is in progress.

import { byID } from "./grid-dom.js";
import { Sitting } from "./grid-sitting.js";

// A panel opens beside the grid. The Information key's link works without this, by :target.
for (const toggle of document.querySelectorAll("[data-panel]")) {
  const panel = byID(toggle.dataset.panel);
  const show = (isOpen) => {
    panel.classList.toggle("open", isOpen);
    toggle.ariaExpanded = String(isOpen);
    if (isOpen) panel.dispatchEvent(new Event("open"));
  };
  panel.classList.add("toggled");
  toggle.role = "button";
  show(location.hash === `#${panel.id}`);
  toggle.onclick = () => (show(!panel.classList.contains("open")), false);
  toggle.onkeydown = ({ key }) => key !== " " || (toggle.click(), false);
  panel.querySelector(".panel-close").onclick = () => {
    show(false);
    toggle.focus();
    return false;
  };
}

for (const opener of document.querySelectorAll("[data-dialog]")) opener.onclick = () => byID(opener.dataset.dialog).showModal();

const table = byID("grid");
const settings = byID("grid-sitting");
if (settings && table) new Sitting(table, JSON.parse(settings.textContent));
// While reading, what is marked is copied as cells; words such as "due" are no values.
else document.addEventListener("copy", (event) => {
  const marked = getSelection();
  const text = (cell) => (cell.querySelector("td > small") || cell.innerText === "–" ? "" : cell.innerText);
  const rows = [...(table?.tBodies[0].rows ?? [])].map((row) => [...row.cells].filter((cell) => marked.containsNode(cell, true)))
    .filter((row) => row.length > 0);
  if (marked.isCollapsed || rows.length === 0) return;
  event.clipboardData.setData("text/plain", rows.map((row) => row.map(text).join("\t")).join("\n"));
  event.preventDefault();
});

// The tour is offered on the first visit, and goes on where the page changed under it.
const tour = async () => (await import("./grid-tour.js")).begin();
const welcome = byID("grid-welcome");
if (welcome) {
  const seen = localStorage.getItem("leadline-tour");
  welcome.hidden = Boolean(seen);
  welcome.onclick = ({ target: { value } }) => {
    if (!value) return;
    welcome.hidden = true;
    localStorage.setItem("leadline-tour", "seen");
    if (value === "yes") tour();
  };
  byID("grid-show-me").onclick = tour;
  if (seen === "going" || location.hash === "#tour") tour();
}
