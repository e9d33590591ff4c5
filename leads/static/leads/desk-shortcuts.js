// Wagtail's help ("?") has no place for more keys: those of the page go to its top once it is there.
(() => {
  "use strict";

  function showKeys() {
    const table = document.querySelector("#keyboard-shortcuts-dialog table");
    const ours = document.getElementById("leads-shortcuts");
    if (!table || !ours || document.getElementById("leads-shortcuts-group")) return Boolean(table);
    table.insertBefore(ours.content.cloneNode(true), table.querySelector("tbody"));
    return true;
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (showKeys()) return;
    const observer = new MutationObserver(() => showKeys() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
  });
})();
