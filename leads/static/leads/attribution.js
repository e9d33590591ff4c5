// Notes how a visitor came to this page, and tells it with an enquiry sent from here: campaign and click ids, the name
// of the site before ours, and the path of the page; no other part of an address. What is kept from page to page, and
// whether a consent comes first, says the script's own element. It runs once, however often it is included.
(() => {
  const KEYS = [
    ...["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id"],
    ...["gclid", "gbraid", "wbraid", "dclid", "fbclid", "msclkid", "ttclid", "li_fat_id", "twclid"],
  ];
  const LONGEST = 200;
  const MONTH_MS = 30 * 24 * 60 * 60 * 1000;
  const PLACE = "leads:touches";

  if (document.leadsTouch) return;
  const { storage, consent } = document.currentScript.dataset;
  const kept = storage === "session" || storage === "local";

  const siteBefore = () => {
    try {
      const { host, hostname } = new URL(document.referrer);
      return host === location.host ? "" : hostname;
    } catch {
      return "";
    }
  };
  const touchOfThisPage = () => {
    const query = new URLSearchParams(location.search);
    const found = KEYS.map((key) => [key, query.getAll(key).at(-1)]);
    const known = [["referrer_host", siteBefore()], ["landing_path", location.pathname], ...found];
    return Object.fromEntries(known.filter(([, value]) => value).map(([key, value]) => [key, value.slice(0, LONGEST)]));
  };
  // Storage may be forbidden; then this page is all that is known.
  const withStorage = (use) => {
    try {
      return use(storage === "local" ? localStorage : sessionStorage);
    } catch {
      return null;
    }
  };
  const forget = () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      try {
        window[name].removeItem(PLACE);
      } catch {} // forbidden storage holds nothing
    }
  };
  const recall = () => {
    const stored = withStorage((store) => JSON.parse(store.getItem(PLACE)));
    return stored?.since > Date.now() - MONTH_MS ? stored : null;
  };

  const touch = touchOfThisPage();
  document.leadsTouch = touch;

  // A page that was reached within the site, or by typing its address, is no new touch unless it is the first.
  const note = () => {
    const before = recall();
    const isArrival = Object.keys(touch).length > 1;
    const { first, last, since } = before ?? { first: touch, last: touch, since: Date.now() };
    const after = { first, last: isArrival ? touch : last, since };
    withStorage((store) => store.setItem(PLACE, JSON.stringify(after)));
  };

  // What is stored was stored with consent, which holds until it is withdrawn.
  let decided = null;
  let isAllowed = false;
  const decide = () => {
    isAllowed = kept && (decided ?? (consent !== "needed" || recall() !== null));
    if (isAllowed) note();
    else forget();
  };

  // A page that the browser prepared in advance is no visit before somebody sees it; perhaps nobody ever does.
  if (document.prerendering) document.addEventListener("prerenderingchange", decide, { once: true });
  else decide();

  document.addEventListener("leads:consent", ({ detail }) => {
    if (!kept || typeof detail?.attribution !== "boolean") return;
    decided = detail.attribution;
    if (!document.prerendering) decide();
  });

  document.addEventListener("formdata", ({ target, formData }) => {
    if (!target.matches("[data-leads-form]")) return;
    const { first, last } = (isAllowed && recall()) || { last: touch };
    formData.set("touches", JSON.stringify({ first, last }));
  });
})();
