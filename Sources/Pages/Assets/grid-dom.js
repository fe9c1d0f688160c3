// Elements, requests, and what the browser keeps.

export const byID = (id) => document.getElementById(id);

/** With properties, or words alone. */
export function make(tag, properties, ...children) {
	const element = Object.assign(document.createElement(tag), typeof properties === "string" ? { textContent: properties } : properties);
	element.append(...children);
	return element;
}

export const button = (title, onclick, className = "button small") =>
	make("button", { type: "button", className, textContent: title, onclick });

/** `focus` alone moves the headings out of sight. */
export const reveal = (td) => td.scrollIntoView({ block: "nearest" });

/** Without a value the attribute goes. */
export const set = (element, name, value) => (value ? element.setAttribute(name, value) : element.removeAttribute(name));

export const count = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;

/** Throws with words for people. */
export async function ask(address, options) {
	const answer = await fetch(address, options).catch(() => null);
	if (answer?.ok) return answer;
	const problem = await answer?.json().catch(() => null);
	throw new Error(problem?.message ?? "The server did not answer. Try again.");
}

export const posting = ({ csrf }, body) =>
	({ method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf }, body: JSON.stringify(body) });

/** From `localStorage` or `sessionStorage`; without room there the page does without. */
export function kept(storage, name) {
	try {
		return JSON.parse(window[storage].getItem(name)) ?? {};
	} catch {
		return {};
	}
}

export function keep(storage, name, value) {
	try {
		window[storage].setItem(name, JSON.stringify(value));
	} catch {}
}
