/* Wagtail's page editor: keeps the findings in the panel “Checks” up to date while somebody writes. */

(() => {
  const PAUSE = 500; // milliseconds between two looks at the form; it is checked when two find the same

  const start = (root) => {
    const form = document.querySelector('[data-edit-form]');
    const panel = root.closest('[data-side-panel]');
    const state = root.querySelector('[data-tp-checks-state]');
    const results = root.querySelector('[data-tp-checks-results]');
    let checked = '';
    let seen = '';
    let shown = '';
    let running = null;

    /* A new page gets its number once autosave has stored it. */
    const url = () => {
      const stored = /\/pages\/(\d+)\/edit\/$/u.exec(new URL(form.action).pathname);
      return stored ? root.dataset.savedUrl.replace('/0/', `/${stored[1]}/`) : root.dataset.url;
    };

    const formData = () => {
      const texts = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
      return new URLSearchParams(texts).toString();
    };

    const isDeciding = () => [...results.querySelectorAll('[data-tp-reason]')]
      .some((reason) => reason.value.trim() || reason === document.activeElement);

    const take = (answer) => {
      if (answer.is_valid && answer.html !== shown) {
        shown = answer.html;
        results.innerHTML = shown;
      }
      state.textContent = answer.is_valid ? '' : state.dataset.invalid;
    };

    const check = async (data) => {
      checked = data;
      running?.abort();
      running = new AbortController();
      const { signal } = running;
      if (!results.firstElementChild) state.textContent = state.dataset.checking;
      try {
        const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Requested-With': 'XMLHttpRequest' };
        const response = await fetch(url(), { method: 'POST', body: data, headers, signal });
        if (!response.ok) throw new Error(response.status);
        take(await response.json());
      } catch (error) {
        if (error.name !== 'AbortError') state.textContent = state.dataset.failed;
      }
    };

    /* Wagtail tells of changes only while autosave watches them, which it does not after a refusal: so look. */
    const look = () => {
      if (panel.hidden || document.hidden || isDeciding()) return;
      const data = formData();
      if (data === seen && data !== checked) check(data);
      seen = data;
    };

    /* A dismissal is about the saved draft: what nobody saved yet cannot be dismissed. */
    const decide = async (decision) => {
      const reason = decision.querySelector('[data-tp-reason]');
      const refusal = decision.querySelector('[data-tp-refusal]');
      const { rule, fingerprint } = decision.dataset;
      const body = new URLSearchParams({ rule, fingerprint, reason: reason?.value ?? '' });
      const headers = {
        'X-CSRFToken': form.elements.csrfmiddlewaretoken.value, 'X-Requested-With': 'XMLHttpRequest',
      };
      const response = await fetch(decision.dataset.url, { method: 'POST', body, headers }).catch(() => null);
      const answer = response && await response.json().catch(() => ({}));
      if (response?.ok) {
        if (reason) reason.value = '';
        await check(formData());
        root.querySelector('h2').focus();
      } else {
        refusal.textContent = answer?.message ?? state.dataset.failed;
        refusal.hidden = false;
      }
    };

    for (const type of ['input', 'change', 'keyup']) {
      root.addEventListener(type, (event) => event.stopPropagation()); // a reason is no part of the page
    }
    root.addEventListener('click', (event) => {
      const button = event.target.closest('[data-tp-decide]');
      if (button) decide(button.closest('[data-tp-decision]'));
    });
    new MutationObserver(() => panel.hidden || check(formData())).observe(panel, { attributeFilter: ['hidden'] });
    if (!panel.hidden) check(formData());
    window.setInterval(look, PAUSE);
  };

  const startAll = () => {
    const root = document.querySelector('[data-tp-checks]');
    if (root && document.querySelector('[data-edit-form]')) start(root);
  };

  if (document.readyState === 'complete') startAll();
  else window.addEventListener('load', startAll);
})();
