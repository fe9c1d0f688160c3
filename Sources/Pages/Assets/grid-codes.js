// A cell's codes with their meanings: a native list has arrow keys, type-ahead.

import { make } from "./grid-dom.js";
import { choices, nameOf, shown } from "./grid-table.js";

/** Opens it at what was typed; false where there is no code. `done` gets the code, or null. */
export function openCodes(cell, typed, done) {
	const codes = choices(cell);
	if (!codes[0]) return false;
	const start = (typed || shown(cell)).toUpperCase();
	const list = make("select", { className: "grid-codes", size: Math.max(2, Math.min(12, codes.length)), ariaLabel: `Codes for ${nameOf(cell)}` },
		...codes.map(([value, meaning]) => make("option", { value, textContent: `${value}\u2003${meaning}` })));
	list.selectedIndex = Math.max(0, codes.findIndex(([code]) => code.toUpperCase().startsWith(start)));
	const close = (code) => {
		list.onblur = null;
		list.remove();
		done(code);
	};
	list.onblur = () => list.remove();
	list.onclick = () => close(list.value);
	list.onkeydown = (event) => {
		const { key } = event;
		event.stopPropagation();
		if (key === "Enter" || key === " ") close(list.value);
		else if (key === "Escape" || key === "Tab") close(null);
		else return;
		event.preventDefault();
	};
	document.body.append(list);
	const { left, top, bottom } = cell.td.getBoundingClientRect();
	const { offsetWidth: width, offsetHeight: height, style } = list;
	style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
	style.top = `${bottom + height < innerHeight ? bottom + 2 : Math.max(8, top - height - 2)}px`;
	list.focus();
	return true;
}
