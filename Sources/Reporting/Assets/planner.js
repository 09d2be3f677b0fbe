"use strict";
// Sends changes, waits for the new plan and fills the page with it, the part in sight first.
(function () {
  const part = (id) => document.getElementById(`${id}-part`);
  const state = document.getElementById("state");
  const message = document.getElementById("message");
  const answer = document.getElementById("answer");
  const buttons = { undo: document.getElementById("undo"), redo: document.getElementById("redo") };
  let shown = -1;
  let wanted = -1;

  function say(text, isGood) {
    message.textContent = text;
    message.hidden = !text;
    message.classList.toggle("good", Boolean(isGood));
  }

  async function ask(path, body) {
    const options = body === undefined ? {} : {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    };
    const response = await fetch(path, options);
    if (!response.ok) throw new Error(`${response.status}`);
    return response;
  }

  // What is open and what is searched for stays as it is when a part is filled anew.
  function fill(id, html) {
    const place = part(id);
    const open = [...place.querySelectorAll("details[open][id]")].map((entry) => entry.id);
    const words = [...place.querySelectorAll("input[type=search]")].map((i) => [i.id, i.value]);
    const template = document.createElement("template");
    template.innerHTML = html;
    place.replaceChildren(template.content);
    globalThis.preparePage(place);
    for (const name of open) {
      const entry = document.getElementById(name);
      if (entry) entry.open = true;
    }
    for (const [name, value] of words) {
      const field = document.getElementById(name);
      if (field && value) {
        field.value = value;
        field.dispatchEvent(new Event("input"));
      }
    }
  }

  function inOrder() {
    const parts = [...document.querySelectorAll(".filled")];
    const middle = innerHeight / 2;
    const far = (entry) => {
      const box = entry.getBoundingClientRect();
      return Math.max(0, box.top - middle, middle - box.bottom);
    };
    return parts.map((entry) => [far(entry), entry]).sort((a, b) => a[0] - b[0])
      .map((pair) => pair[1].id.replace(/-part$/, ""));
  }

  async function show(version) {
    if (version === shown) return;
    shown = version;
    for (const id of inOrder()) {
      const html = await (await ask(`part/${version}/${id}`)).text();
      if (version !== shown) return;
      fill(id, html);
      part(id).removeAttribute("aria-busy");
    }
    document.body.dataset.shown = String(version);
  }

  function tell(news) {
    wanted = news.version;
    buttons.undo.disabled = !news.undo;
    buttons.redo.disabled = !news.redo;
    state.textContent = news.words;
    state.className = `verdict ${news.style}`;
    document.body.dataset.state = news.state;
    if (news.problem) say(news.problem);
    else if (news.saved) say(news.saved, true);
    else say("");
    if (news.changes !== undefined) fill("changes", news.changes);
  }

  async function follow(news) {
    tell(news);
    const version = news.version;
    while (news.state === "planning") {
      for (const entry of document.querySelectorAll(".filled")) {
        if (entry.id !== "changes-part") entry.setAttribute("aria-busy", "true");
      }
      news = await (await ask(`state/${version}`)).json();
      if (wanted !== version) return;
      tell(news);
    }
    if (news.hasPlan) await show(news.version);
    else for (const entry of document.querySelectorAll(".filled")) entry.removeAttribute("aria-busy");
  }

  async function send(path, body) {
    try {
      await follow(await (await ask(path, body)).json());
    } catch (error) {
      state.textContent = state.dataset.lost;
      state.className = "verdict open";
    }
  }

  async function explain(subject) {
    const html = await (await ask(`explain/${subject}`)).text();
    const template = document.createElement("template");
    template.innerHTML = html;
    part("answer").replaceChildren(template.content);
    answer.showModal();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-ask]");
    if (button) explain(button.dataset.ask).catch(() => say(state.dataset.lost));
    if (event.target.closest("[data-dismiss]")) answer.close();
  });
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const fields = Object.fromEntries(new FormData(form));
    if (form.id === "save") return send("save", fields);
    answer.close();
    send("change", { kind: form.dataset.kind, id: form.dataset.id, ...fields });
  });
  for (const [name, button] of Object.entries(buttons)) {
    button.addEventListener("click", () => send(name, {}));
  }
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.target.closest("input")) return;
    const isRedo = event.key === "y" || (event.key === "Z" && event.shiftKey);
    if (isRedo) send("redo", {});
    else if (event.key === "z") send("undo", {});
    else return;
    event.preventDefault();
  });
  ask("state").then((response) => response.json()).then(follow)
    .catch(() => { state.textContent = state.dataset.lost; });
})();
