// The entry grid page: the Information key and Print on every page, and the sitting when one is in progress.

import { Sitting } from "./grid-sitting.js";

const key = document.getElementById("grid-key");
const toggle = document.getElementById("grid-key-toggle");

if (key && toggle) {
  // The link works alone, by :target; with this it opens and closes in place and says which it is.
  const show = (isOpen) => {
    key.classList.toggle("open", isOpen);
    toggle.setAttribute("aria-expanded", String(isOpen));
    history.replaceState(null, "", isOpen ? "#grid-key" : location.pathname + location.search);
  };
  key.classList.add("toggled");
  toggle.setAttribute("role", "button");
  toggle.setAttribute("aria-controls", key.id);
  show(location.hash === "#grid-key");
  toggle.addEventListener("click", (event) => {
    event.preventDefault();
    show(!key.classList.contains("open"));
  });
  toggle.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    toggle.click();
  });
  document.getElementById("grid-key-close").addEventListener("click", (event) => {
    event.preventDefault();
    show(false);
    toggle.focus();
  });
}

const print = document.getElementById("grid-print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

const settings = document.getElementById("grid-sitting");
const table = document.getElementById("grid");
if (settings && table) new Sitting(table, JSON.parse(settings.textContent));
