// The page of a lead: copying, tabs by key, and nobody loses what they typed. Nothing is stored in the browser.
(() => {
  "use strict";

  const TOLD_FOR = 3000;

  async function write(text) {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return true;
    }
    return false;
  }

  // Where the browser gives no access to the clipboard, the text is selected for the keys of the computer.
  function select(button) {
    const shown = button.closest("dd, li");
    const range = document.createRange();
    range.selectNodeContents(shown.querySelector("a") || shown.firstChild);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  async function copy(button) {
    const told = button.nextElementSibling;
    const isCopied = await write(button.dataset.leadsCopy).catch(() => false);
    if (!isCopied) select(button);
    told.textContent = isCopied ? button.dataset.copied : button.dataset.failed;
    window.clearTimeout(button.told);
    button.told = window.setTimeout(() => { told.textContent = ""; }, TOLD_FOR);
  }

  const showCopyButtons = (root) => root.querySelectorAll("[data-leads-copy]").forEach((button) => { button.hidden = false; });

  function focusPanel(key) {
    const panel = document.getElementById(key);
    const field = panel && panel.querySelector("textarea, select, input:not([type=hidden])");
    if (!field) return;
    panel.scrollIntoView({ block: "nearest" });
    field.focus();
  }

  function openTab(key) {
    const radio = document.getElementById(`tab-${key}`);
    if (!radio) return false;
    radio.checked = true;
    focusPanel(key);
    return true;
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target && target.closest("[data-leads-copy]");
    const opener = target && target.closest("[data-leads-open]");
    const tab = target && target.closest("label.leads-composer__tab");
    if (button) copy(button);
    if (opener && openTab(opener.dataset.leadsOpen)) event.preventDefault();
    if (tab) window.setTimeout(() => focusPanel(tab.htmlFor.slice("tab-".length)));
  });

  function isChanged(field) {
    if (field.type === "hidden") return false;
    if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") return [...field.options].some((option) => option.selected !== option.defaultSelected && option.selected && option.value);
    return "defaultValue" in field && field.value !== field.defaultValue;
  }

  const isTyped = (form) => form.matches("[data-leads-refused]") || [...form.elements].some(isChanged);
  const forms = () => [...document.querySelectorAll("[data-leads-composer] form")];
  let sent = null;

  window.leadsHasTyped = () => forms().some(isTyped);
  document.addEventListener("submit", (event) => { sent = event.target; });
  window.addEventListener("beforeunload", (event) => {
    if (forms().some((form) => form !== sent && isTyped(form))) event.preventDefault();
    sent = null;
  });
  window.addEventListener("pageshow", () => { sent = null; });

  showCopyButtons(document);
  if (window.location.hash === "#note") openTab("note");
})();
