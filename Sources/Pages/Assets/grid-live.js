// What others do in the same grid, as it happens.

import { byID, count } from "./grid-dom.js";
import { nameOf } from "./grid-table.js";

export function follow(sitting, { events, since }) {
  if (!events) return;
  const address = new URL(events, location.href);
  address.searchParams.set("since", since);
  const source = new EventSource(address);

  // A colleague who fills a column must not talk over everything: one sentence for some seconds.
  let heard = [];
  const tell = () => {
    const who = [...new Set(heard.map(({ other }) => other ?? "A colleague"))].join(" and ");
    sitting.painter.say(`${who} changed ${heard.length === 1 ? nameOf(heard[0]) : count(heard.length, "value")}.`);
    heard = [];
  };

  source.addEventListener("rows", ({ data, lastEventId }) => {
    const { rows, resultsIn } = JSON.parse(data);
    since = lastEventId;
    const changed = sitting.table.update(rows);
    changed.forEach((cell) => sitting.changed(cell));
    if (resultsIn) sitting.painter.progress(resultsIn);
    const news = changed.filter((cell) => cell.other);
    if (news.length > 0 && heard.length === 0) setTimeout(tell, 4000);
    heard.push(...news);
  });
  source.addEventListener("people", ({ data }) => {
    const names = JSON.parse(data).people.map(({ name }) => name).join(", ");
    byID("grid-people").textContent = names && `Also here: ${names}`;
  });
  // The browser connects again by itself, except when it was refused: then once a minute is enough.
  source.onerror = () => source.readyState === EventSource.CLOSED && setTimeout(() => follow(sitting, { events, since }), 60_000);
}
