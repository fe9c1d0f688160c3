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

/** "1 value", "12 values" */
export const count = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;

/** Asks the server; answers what it says, or throws with words for people. */
export async function ask(address, options = {}) {
  const answer = await fetch(address, options).catch(() => null);
  if (answer?.ok) return answer;
  const problem = await answer?.json().catch(() => null);
  throw new Error(problem?.message ?? (answer ? `The server could not answer (${answer.status}).` : "The server was not reached. Try again."));
}
