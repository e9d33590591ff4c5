// The list of treatments without a full reload, and the tray of those chosen to compare.
// Everything here is an extra: links and forms do the same without it.

const MOST_AT_ONCE = 4;
const chosen = new Map();
const speaker = document.createElement("div");
speaker.className = "tp-hidden";
speaker.setAttribute("role", "status");

const region = () => document.querySelector("[data-tp-index]");
const trayForm = () => document.querySelector("[data-tp-compare]");
const addressOf = (url) => url.pathname + url.search;

let shown = addressOf(location);
let underWay = null;

function say(words) {
  speaker.textContent = "";
  requestAnimationFrame(() => {
    speaker.textContent = words;
  });
}

/* ---------- The list ---------- */

async function show(address, { push = true, toResults = false } = {}) {
  underWay?.abort();
  underWay = new AbortController();
  const old = region();
  old.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { signal: underWay.signal, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-tp-index]");
    if (!response.ok || !fresh) throw new Error(`No list at ${address}`);
    const url = new URL(response.url);
    if (push && addressOf(url) !== shown) history.pushState({}, "", url);
    shown = addressOf(url);
    document.title = page.title;
    replace(old, document.adoptNode(fresh), toResults);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

function replace(old, fresh, toResults) {
  const focused = old.contains(document.activeElement) ? document.activeElement.id : null;
  keepPlaces(old, fresh);
  old.replaceWith(fresh);
  prepare();
  const count = fresh.querySelector("[data-tp-count]");
  if (focused !== null) {
    const again = toResults ? null : focused && document.getElementById(focused);
    (again || count)?.focus({ preventScroll: !toResults });
  }
  if (toResults) count?.scrollIntoView();
  if (count) say(count.textContent.trim());
}

/** What the visitor scrolled aside or opened stays so. */
function keepPlaces(old, fresh) {
  requestAnimationFrame(() => {
    for (const row of old.querySelectorAll(".tp-pills[aria-labelledby]")) {
      const same = fresh.querySelector(`.tp-pills[aria-labelledby="${row.getAttribute("aria-labelledby")}"]`);
      if (same) same.scrollLeft = Number(row.dataset.left || 0);
    }
  });
  for (const row of old.querySelectorAll(".tp-pills")) row.dataset.left = row.scrollLeft;
  for (const summary of old.querySelectorAll("details[open] > summary")) {
    const same = summary.id && fresh.querySelector(`#${summary.id}`);
    if (same) same.parentElement.open = true;
  }
}

/** The address to which a form that is sent by GET leads. */
function addressOfForm(form) {
  const url = new URL(form.action);
  url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
  return url.href;
}

function onClick(event) {
  const link = event.target.closest("a[data-tp-link]");
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || event.defaultPrevented) return;
  event.preventDefault();
  show(link.href, { toResults: Boolean(link.closest(".tp-pages")) });
}

function onSubmit(event) {
  if (!event.target.matches("[data-tp-search]")) return;
  event.preventDefault();
  show(addressOfForm(event.target));
}

function onChange(event) {
  if (event.target.matches("[data-tp-sort]")) show(addressOfForm(event.target.form));
  if (event.target.matches("[data-tp-compare] [name=t]")) choose(event.target);
}

/* ---------- The tray ---------- */

function choose(box) {
  const { full, chosen: chosenWords, removed } = trayForm().dataset;
  if (!box.checked) {
    chosen.delete(box.value);
    say(`${removed} ${box.dataset.name}`);
  } else if (chosen.size < MOST_AT_ONCE) {
    chosen.set(box.value, box.dataset.name);
    say(`${chosenWords} ${[...chosen.values()].join(", ")}`);
  } else {
    box.checked = false;
    say(full);
    fillTray(full);
    return;
  }
  fillTray();
}

/** The names with a button each, and a hidden field for those that stand on another page of the list. */
function fillTray(message = "") {
  const form = trayForm();
  if (!form) return;
  const boxes = [...form.querySelectorAll("input[type=checkbox][name=t]")];
  for (const box of boxes) box.checked = chosen.has(box.value);
  const here = new Set(boxes.map((box) => box.value));
  const list = form.querySelector("[data-tp-chosen]");
  list.replaceChildren(...[...chosen].map(([slug, name]) => item(form, slug, name, !here.has(slug))));
  list.hidden = chosen.size === 0;
  form.classList.toggle("tp-choosing--some", chosen.size > 0);
  const words = form.querySelector(".tp-tray__text");
  words.dataset.usual ??= words.textContent;
  words.textContent = message || words.dataset.usual;
  words.hidden = !message && chosen.size > 0;
}

function item(form, slug, name, isElsewhere) {
  const entry = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tp-pill tp-pill--drop";
  const purpose = document.createElement("span");
  purpose.className = "tp-hidden";
  purpose.textContent = `${form.dataset.remove} `;
  const cross = document.createElement("span");
  cross.className = "tp-tray__cross";
  cross.setAttribute("aria-hidden", "true");
  button.append(purpose, name, cross);
  button.addEventListener("click", () => {
    chosen.delete(slug);
    say(`${form.dataset.removed} ${name}`);
    fillTray();
    (form.querySelector("[data-tp-chosen] button") || form.querySelector(".tp-tray__button")).focus();
  });
  entry.append(button);
  if (isElsewhere) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "t", value: slug });
    entry.append(field);
  }
  return entry;
}

/* ---------- Start ---------- */

/** After the list came or was replaced: what only serves those without a script goes. */
function prepare() {
  for (const button of document.querySelectorAll("[data-tp-apply]")) button.hidden = true;
  fillTray();
}

/** The browser may have ticked boxes again when the visitor came back. */
function readBoxes() {
  for (const box of document.querySelectorAll("[data-tp-compare] input[type=checkbox][name=t]:checked")) {
    if (chosen.size < MOST_AT_ONCE) chosen.set(box.value, box.dataset.name);
  }
  fillTray();
}

if (region()) {
  document.body.append(speaker);
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("change", onChange);
  window.addEventListener("pageshow", readBoxes);
  window.addEventListener("popstate", () => {
    if (addressOf(location) !== shown) show(location.href, { push: false });
  });
  prepare();
}
