// What scripts add; without them every page reads and every form sends the same.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const search = document.getElementById("pupil-search");
document.addEventListener("keydown", (event) => {
	if (!search || event.key !== "/" || event.ctrlKey || event.target.closest("input, textarea, select, [role=grid]")) return;
	event.preventDefault();
	search.focus();
	search.select();
});

for (const button of all("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => window.print());
}

for (const button of all("[data-dismiss]")) {
	button.hidden = false;
	button.addEventListener("click", () => {
		button.closest(".notice").remove();
		document.getElementById("main").focus();
	});
}
for (const field of all("[data-copy]")) field.addEventListener("focus", () => field.select());
document.querySelector("[data-focus]")?.focus();

// A menu closes on a press elsewhere, on Escape with focus back on its button.
document.addEventListener("click", (event) => {
	for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
	if (event.key !== "Escape") return;
	for (const menu of all("details.menu[open]")) {
		menu.open = false;
		if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
	}
});

// Files dropped on a zone are sent by its form.
for (const form of all("[data-drop]")) {
	form.addEventListener("submit", () => {
		form.querySelector("[data-progress]").textContent = "Sending the file …";
		form.querySelector("progress").hidden = false;
	});
	for (const kind of ["dragover", "dragleave", "drop"]) {
		form.addEventListener(kind, (event) => {
			event.preventDefault();
			form.classList.toggle("over", kind === "dragover");
			if (kind !== "drop" || !event.dataTransfer.files[0]) return;
			form.querySelector("input[type=file]").files = event.dataTransfer.files;
			form.requestSubmit();
		});
	}
}

// Ticks of the preview are kept on the server; the button counts the changes.
function previewTicks(form) {
	const state = form.querySelector("[data-ticks-state]");
	const label = form.querySelector("[data-apply]");
	const ticked = () => all("input[name=take]", form).filter((box) => box.checked).length;
	const elsewhere = Number(label?.dataset.apply ?? 0) - ticked();
	let keeping = Promise.resolve();
	const keep = () => {
		const body = new URLSearchParams(new FormData(form));
		keeping = keeping.then(async () => {
			const answer = await fetch(form.dataset.ticks, { method: "POST", body, redirect: "manual" }).catch(() => null);
			const isKept = answer?.ok || answer?.type === "opaqueredirect";
			state.textContent = isKept ? "Your ticks are kept." : "Your ticks could not be kept. Reload the page.";
		});
	};
	form.addEventListener("change", ({ target }) => {
		const every = target.closest("[data-tick-all]");
		if (every) for (const box of all(`input[data-status="${every.dataset.tickAll}"]`, form)) box.checked = every.checked;
		else if (target.name !== "take") return;
		const count = elsewhere + ticked();
		if (label) {
			label.textContent = count === 1 ? "Take 1 change" : `Take ${count.toLocaleString("en-GB")} changes`;
			label.disabled = count === 0;
		}
		keep();
	});
	for (const every of all("[data-tick-all]", form)) every.closest("label").hidden = false;
}
all("[data-ticks]").forEach(previewTicks);

// A form is sent once.
document.addEventListener("submit", (event) => {
	const form = event.target;
	if (form.method !== "post" || event.defaultPrevented) return;
	if (form.dataset.sent) return event.preventDefault();
	form.dataset.sent = "1";
	window.addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
});
