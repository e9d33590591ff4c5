// The keys of the inbox. The focus itself moves from name to name, so that a screen reader follows, Enter opens the
// lead as on any link, and nothing has to be set up again after the listing was refreshed. A user's setting in
// Wagtail turns them off.
(() => {
  "use strict";

  const ROW = "[data-leads-row]";
  const NAME = ".leads-inbox__name";
  const WRITES = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])";
  const CONFIG = window.wagtailConfig || {};

  const rows = () => [...document.querySelectorAll(ROW)];
  const currentRow = () => document.activeElement && document.activeElement.closest(ROW);

  function focusRow(row) {
    if (!row) return;
    row.querySelector(NAME).focus();
    row.scrollIntoView({ block: "nearest" });
  }

  function move(step) {
    const all = rows();
    const at = all.indexOf(currentRow());
    focusRow(at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + step))]);
  }

  function post(url) {
    const form = document.createElement("form");
    form.method = "post";
    form.action = url;
    const fields = { csrfmiddlewaretoken: CONFIG.CSRF_TOKEN, next: window.location.pathname + window.location.search };
    Object.entries(fields).forEach(([name, value]) => {
      const input = document.createElement("input");
      input.type = "hidden";
      input.name = name;
      input.value = value;
      form.append(input);
    });
    document.body.append(form);
    form.submit();
  }

  const take = (row) => row.dataset.takeUrl && post(row.dataset.takeUrl);
  const open = (row, hash = "") => {
    const url = new URL(row.querySelector(NAME).href);
    url.hash = hash;
    window.location.assign(url);
  };
  const select = (row) => {
    const box = row.querySelector("[data-bulk-action-checkbox]");
    if (box) box.click();
  };

  const ON_ROW = { o: open, a: take, m: take, n: (row) => open(row, "note"), x: select };
  const ANYWHERE = { j: () => move(1), k: () => move(-1), "/": () => document.getElementById("id_q").focus() };

  function isBusy(event) {
    const target = event.target instanceof Element ? event.target : document.body;
    const inDialog = document.querySelector('.w-dialog[aria-hidden="false"], .w-dialog:not([aria-hidden]), [role=dialog][open]');
    return event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.closest(WRITES) || inDialog;
  }

  function onKey(event) {
    if (CONFIG.KEYBOARD_SHORTCUTS_ENABLED === false || isBusy(event)) return;
    const row = currentRow();
    const act = ANYWHERE[event.key] || (row && ON_ROW[event.key] && (() => ON_ROW[event.key](row)));
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  document.addEventListener("keydown", onKey, true);
})();
