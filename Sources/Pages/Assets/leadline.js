// What every page gains with scripts; without them every page reads and every form sends just the same.

const isTyping = (element) => element.closest("input, textarea, select, [contenteditable], [role=grid]") !== null;

function searchShortcut() {
  const search = document.getElementById("pupil-search");
  if (!search) return;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

function notices() {
  for (const button of document.querySelectorAll("[data-dismiss]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.closest(".notice").remove();
      document.getElementById("main").focus();
    });
  }
  for (const field of document.querySelectorAll("[data-copy]")) field.addEventListener("focus", () => field.select());
  document.querySelector("[data-focus]")?.focus();
}

// A menu closes when something else is pressed, and on Escape with focus back on its button.
function menus() {
  const open = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    }
  });
}

// Files dropped on the zone are sent by the zone's own form, with progress; the answer is a page, which is then opened.
function dropZone() {
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const bar = form.querySelector("progress");
  const words = form.querySelector("[data-progress]");

  const send = () => {
    const request = new XMLHttpRequest();
    const stop = (text) => {
      bar.hidden = true;
      words.textContent = text;
    };
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      const percent = Math.floor((100 * event.loaded) / event.total);
      bar.value = percent;
      words.textContent = percent < 100 ? `Sending: ${percent}%` : "Reading the file …";
    });
    request.addEventListener("load", () => {
      if (request.status < 400 && request.responseURL !== form.action) {
        location.assign(request.responseURL);
      } else {
        document.open();
        document.write(request.responseText);
        document.close();
      }
    });
    request.addEventListener("error", () => stop("The file could not be sent: the server was not reached. Try again."));
    bar.hidden = false;
    words.textContent = "Sending: 0%";
    request.send(new FormData(form));
  };

  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    send();
  });
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    send();
  });
}

// Ticks of the preview are kept on the server as they are set, so that other pages of a long preview can be looked at; the
// button shows how many changes would be taken now.
function previewTicks() {
  const form = document.querySelector("[data-ticks]");
  if (!form) return;
  const state = form.querySelector("[data-ticks-state]");
  const label = form.querySelector("[data-apply]");
  const boxes = [...form.querySelectorAll("input[name=take]")];
  const ticked = () => boxes.filter((box) => box.checked).length;
  const elsewhere = Number(label?.dataset.apply ?? 0) - ticked();
  let keeping = Promise.resolve();

  const keep = () => {
    const body = new URLSearchParams(new FormData(form));
    keeping = keeping.then(async () => {
      state.textContent = "Keeping your ticks …";
      try {
        const answer = await fetch(form.dataset.ticks, { method: "POST", body, redirect: "manual" });
        const isKept = answer.ok || answer.type === "opaqueredirect";
        state.textContent = isKept ? "Your ticks are kept." : "Your ticks could not be kept. Reload the page and try again.";
      } catch {
        state.textContent = "Your ticks could not be kept: the server was not reached.";
      }
    });
  };
  const alls = [...form.querySelectorAll("[data-tick-all]")];
  const showAlls = () => {
    for (const all of alls) {
      const own = boxes.filter((box) => box.dataset.status === all.dataset.tickAll);
      all.checked = own.every((box) => box.checked);
      all.indeterminate = !all.checked && own.some((box) => box.checked);
    }
  };
  const changed = () => {
    showAlls();
    const count = elsewhere + ticked();
    if (label) {
      label.textContent = count === 1 ? "Take 1 change" : `Take ${count.toLocaleString("en-GB")} changes`;
      label.disabled = count === 0;
    }
    keep();
  };
  form.addEventListener("change", (event) => {
    const all = event.target.closest("[data-tick-all]");
    if (all) {
      for (const box of form.querySelectorAll(`input[data-status="${all.dataset.tickAll}"]`)) box.checked = all.checked;
    } else if (event.target.name !== "take") {
      return;
    }
    changed();
  });
  for (const all of alls) all.closest("label").hidden = false;
  showAlls();
}

// "Are you sure?" is asked by a page of its own; a button that sends twice is stopped here.
function sendOnce() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    window.addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
  });
}

searchShortcut();
notices();
menus();
dropZone();
previewTicks();
sendOnce();
