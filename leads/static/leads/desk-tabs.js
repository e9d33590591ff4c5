// On a narrow screen the queues are wider than it: the one that is open comes into view, also after a live search.
(() => {
  "use strict";

  function showCurrent() {
    const tabs = document.querySelector(".leads-tabs");
    const current = tabs && tabs.querySelector("[aria-current]");
    if (!current) return;
    const overlap = current.getBoundingClientRect().right + 32 - tabs.getBoundingClientRect().right;
    if (overlap > 0) tabs.scrollLeft += overlap;
  }

  document.addEventListener("DOMContentLoaded", showCurrent);
  document.addEventListener("w-swap:success", showCurrent);
})();
