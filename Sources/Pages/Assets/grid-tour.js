// "Show me": the steps, each with what it is about marked.

import { byID } from "./grid-dom.js";

export function begin() {
	const tour = byID("grid-tour");
	const steps = [...tour.querySelectorAll("section")].filter((step) => document.querySelector(step.dataset.at));
	let at = 0;
	const show = (to) => {
		steps[at].target?.classList.remove("shown");
		at = Math.max(0, Math.min(steps.length - 1, to));
		for (const step of steps) step.hidden = step !== steps[at];
		const target = (steps[at].target = document.querySelector(steps[at].dataset.at));
		target.classList.add("shown");
		target.scrollIntoView({ block: "center" });
		// At the head of the page where it would hide that.
		tour.classList.toggle("up", target.getBoundingClientRect().bottom > innerHeight - tour.offsetHeight);
		steps[at].querySelector("h2").focus();
	};
	const end = () => {
		tour.close();
		steps[at].target.classList.remove("shown");
		localStorage.setItem("leadline-tour", "seen");
	};
	tour.onkeydown = ({ key }) => void (key === "Escape" && end());
	tour.onclick = ({ target: { dataset } }) => {
		if (dataset.step === "0") end();
		else if (dataset.step) show(at + Number(dataset.step));
	};
	// Beginning a sitting loads another page.
	localStorage.setItem("leadline-tour", "going");
	tour.show();
	show(0);
}
