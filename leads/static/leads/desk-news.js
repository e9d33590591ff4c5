// Asks every twenty seconds, while somebody looks, what others did with the lead; the page never reloads by itself.
(() => {
  "use strict";

  const EVERY = 20000;
  const FRESH = "[data-leads-fresh]";
  const news = document.querySelector("[data-leads-news]");
  if (!news) return;
  const box = news.querySelector(".leads-news__box");
  const list = news.querySelector(".leads-news__list");
  const kept = news.querySelector(".leads-news__kept");
  const show = news.querySelector("[data-leads-show]");
  let told = "";

  function tell(sentences) {
    const text = sentences.map((sentence) => sentence.replace(/, [^,]*$/, "")).join("\n");
    if (!sentences.length || text === told) return;
    told = text;
    list.replaceChildren(...sentences.map((sentence) => {
      const item = document.createElement("li");
      item.textContent = sentence;
      return item;
    }));
    kept.hidden = true;
    show.hidden = false;
    box.hidden = false;
  }

  async function read(url, type) {
    const response = await fetch(url, { headers: { Accept: type }, credentials: "same-origin", cache: "no-store" });
    const isWanted = response.ok && !response.redirected && (response.headers.get("Content-Type") || "").startsWith(type);
    return isWanted ? response : null;
  }

  async function ask() {
    if (document.hidden) return;
    const response = await read(`${news.dataset.leadsNews}?since=${news.dataset.leadsSeen}`, "application/json").catch(() => null);
    if (response) tell((await response.json()).sentences);
  }

  // Somebody who has typed keeps the composer; all around it is replaced, and from now on counts as seen.
  async function refresh() {
    const response = await read(show.href, "text/html").catch(() => null);
    const page = response && new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page && page.querySelector("[data-leads-news]");
    if (!fresh) return;
    document.querySelectorAll(FRESH).forEach((part) => {
      const other = page.querySelector(`[data-leads-fresh="${part.dataset.leadsFresh}"]`);
      if (other) part.replaceChildren(...document.importNode(other, true).childNodes);
    });
    document.querySelectorAll('input[name="seen_activity"]').forEach((field) => { field.value = fresh.dataset.leadsSeen; });
    news.dataset.leadsSeen = fresh.dataset.leadsSeen;
    told = "";
    kept.hidden = false;
    show.hidden = true;
  }

  show.addEventListener("click", (event) => {
    if (!window.leadsHasTyped || !window.leadsHasTyped()) return;
    event.preventDefault();
    refresh();
  });

  window.setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
})();
