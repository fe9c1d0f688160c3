// "Show me": the steps that the server wrote into the page, each beside what it is about.

import { byID } from "./grid-dom.js";

const keep = (state) => localStorage.setItem("leadline-tour", state);

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
    const { left, top, bottom } = target.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = tour;
    tour.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    tour.style.top = `${bottom + height + 16 < innerHeight ? bottom + 10 : Math.max(8, top - height - 10)}px`;
    steps[at].querySelector("h2").focus();
  };
  const end = () => {
    tour.close();
    steps[at].target.classList.remove("shown");
    keep("seen");
  };
  tour.onkeydown = ({ key }) => key === "Escape" && end();
  tour.onclick = ({ target: { dataset } }) => {
    if (dataset.step === "0") end();
    else if (dataset.step) show(at + Number(dataset.step));
  };
  // Beginning a sitting loads another page; the tour goes on there.
  keep("going");
  tour.show();
  show(0);
}
