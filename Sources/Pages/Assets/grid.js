// The grid page: panels, dialogs, the tour, and the sitting.

import { byID } from "./grid-dom.js";
import { mirror } from "./grid-live.js";
import { Sitting } from "./grid-sitting.js";

// Panels; the Information key's link works without this.
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

const settings = (id, use) => byID(id) && use(JSON.parse(byID(id).textContent));
settings("grid-sitting", (sitting) => byID("grid") && new Sitting(byID("grid"), sitting));
settings("grid-live", mirror);
// Offered on the first visit, and goes on where another page came.
const welcome = byID("grid-welcome");
if (welcome) {
	const tour = async () => (await import("./grid-tour.js")).begin();
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
