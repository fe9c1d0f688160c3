// Making and finding elements.

export const byID = (id) => document.getElementById(id);

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export const button = (title, act, className = "button small") =>
  make("button", { type: "button", className, textContent: title, onclick: act });

/** Sets an attribute, or takes it away where there is no value. */
export function set(element, name, value) {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

export const count = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;

/** Asks the server; throws with words for people. */
export async function ask(address, options = {}) {
  const answer = await fetch(address, options).catch(() => null);
  if (answer?.ok) return answer;
  const problem = await answer?.json().catch(() => null);
  throw new Error(problem?.message ?? "The server did not answer. Try again.");
}

/** What this browser keeps in `localStorage` or `sessionStorage`. Without room there the page does without. */
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
