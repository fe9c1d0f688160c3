// What others do in the same grid, as it happens.

import { ask, byID, count } from "./grid-dom.js";
import { nameOf } from "./grid-table.js";

/** Hears of changes while the page is seen: browsers open few connections to a host. */
function listen({ events, since }, hear) {
	let source;
	const open = () => {
		source?.close();
		if (document.hidden) return;
		const address = new URL(events, location);
		address.searchParams.set("since", since);
		source = new EventSource(address);
		for (const kind in hear) {
			source.addEventListener(kind, ({ data, lastEventId }) => {
				since = lastEventId || since;
				hear[kind](JSON.parse(data));
			});
		}
		// The browser connects again by itself unless refused: then once a minute will do.
		source.onerror = ({ target }) => target.readyState === EventSource.CLOSED && setTimeout(open, 60_000);
	};
	document.addEventListener("visibilitychange", open);
	open();
}

/** Brings others' changes into a sitting. */
export function follow(sitting) {
	const { painter, settings, table } = sitting;
	// A colleague filling a column must not talk over everything.
	let heard = [];
	const tell = () => {
		const who = [...new Set(heard.map(({ other }) => other ?? "A colleague"))].join(" and ");
		painter.say(`${who} changed ${heard[1] ? count(heard.length, "value") : nameOf(heard[0])}.`);
		heard = [];
	};
	if (settings.events) listen(settings, {
		rows({ rows, resultsIn }) {
			const changed = table.update(rows);
			for (const cell of changed) sitting.changed(cell);
			if (resultsIn) painter.progress(resultsIn);
			const news = changed.filter((cell) => cell.other);
			if (news[0] && !heard[0]) setTimeout(tell, 4000);
			heard.push(...news);
		},
		people({ people }) {
			const names = people.map(({ name }) => name).join(", ");
			byID("grid-people").textContent = names && `Also here: ${names}`;
		},
	});
}

/** Keeps a page that is only read as the server draws it now. */
export function mirror(settings) {
	let isDue = false;
	const draw = async () => {
		isDue = false;
		const html = await ask(location).then((answer) => answer.text()).catch(() => "");
		const now = new DOMParser().parseFromString(html, "text/html");
		const parts = (page) => page.querySelectorAll("#grid :is(th, td), .grid-progress, .grid-notes");
		const fresh = parts(now);
		const old = parts(document);
		if (fresh.length === old.length) old.forEach((part, place) => part.isEqualNode(fresh[place]) || part.replaceWith(fresh[place]));
		else if (fresh[0]) for (const part of ["#grid-scroll", ".grid-progress"]) document.querySelector(part).replaceWith(now.querySelector(part));
	};
	listen(settings, { rows: () => (isDue ||= Boolean(setTimeout(draw, 300))) });
}
