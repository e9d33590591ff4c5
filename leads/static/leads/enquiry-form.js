// Enquiry forms: errors beside the fields, sending without leaving the page, and the visitor's text kept in this tab
// until the server has acknowledged it. Without this script the forms post as they are. Once is enough for a page.
(() => {
  const RETRY_SECONDS = [5, 15, 60, 300];
  const PATIENCE_MS = 30_000;
  const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
  const MACHINE_FIELDS = ["context", "client_key", "elapsed", "touches", "website"];

  const newKey = () =>
    crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16)).join("-");
  // How long the page was ready before anybody saw it: a browser may prepare it in advance.
  const seenAfter = () => performance.getEntriesByType("navigation")[0]?.activationStart ?? 0;
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const inputsOf = (parent) =>
    [...parent.querySelectorAll("input, textarea")].filter(({ name }) => !MACHINE_FIELDS.includes(name));
  const isChoice = ({ type }) => type === "radio" || type === "checkbox";
  const isEmpty = (block) => !inputsOf(block).some((input) => (isChoice(input) ? input.checked : input.value.trim()));
  // Storage may be forbidden; then the text lives as long as the page.
  const storage = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  };

  const problemOf = (block) => {
    const [{ dataset, value }] = inputsOf(block);
    if (isEmpty(block)) return dataset.required;
    return dataset.invalid && !EMAIL.test(value.trim()) ? dataset.invalid : "";
  };

  const unmark = (block) => {
    const error = block?.querySelector(".leads-field__error");
    if (!error) return;
    for (const node of [block, ...inputsOf(block)]) {
      const ids = (node.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== error.id);
      if (ids.length) node.setAttribute("aria-describedby", ids.join(" "));
      else node.removeAttribute("aria-describedby");
      node.removeAttribute("aria-invalid");
    }
    error.remove();
    block.classList.remove("leads-field--error");
  };

  const mark = (block, message) => {
    unmark(block);
    const [input] = inputsOf(block);
    const id = `${input.form.id}-${block.dataset.leadsField}_error`;
    const described = block.matches("fieldset") ? block : input;
    block.classList.add("leads-field--error");
    block
      .querySelector(".leads-choice, .leads-field__input")
      .before(element("span", { className: "leads-field__error", id }, message));
    described.setAttribute("aria-describedby", `${described.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
    input.setAttribute("aria-invalid", "true");
  };

  class EnquiryForm {
    constructor(form) {
      this.form = form;
      this.button = form.querySelector("[type=submit]");
      this.label = this.button.textContent;
      this.summary = form.querySelector("[data-leads-errors]");
      this.blocks = [...form.querySelectorAll("[data-leads-field]")];
      this.place = `leads:${location.pathname}:${form.id}`;
      form.classList.add("leads-form--script");
      this.restore();
      this.follow();
      this.settle();
      form.addEventListener("submit", (event) => this.submit(event));
      form.addEventListener("input", (event) => this.changed(event.target));
      form.addEventListener("focusout", (event) => this.left(event));
      addEventListener("online", () => this.isWaiting && this.send());
      addEventListener("pageshow", (event) => event.persisted && this.isSent && this.startAnew());
    }

    keep() {
      const values = [...new FormData(this.form)].filter(([name]) => !MACHINE_FIELDS.includes(name));
      storage((session) => session.setItem(this.place, JSON.stringify({ key: this.key, values })));
    }

    restore() {
      const { key, values } = JSON.parse(storage((session) => session.getItem(this.place)) ?? "{}");
      this.key = key ?? newKey();
      if (!values || !this.summary.hidden) return;
      const chosen = new Set(values.map(([name, value]) => `${name}=${value}`));
      const texts = new Map(values);
      for (const input of inputsOf(this.form)) {
        if (isChoice(input)) input.checked = chosen.has(`${input.name}=${input.value}`);
        else input.value = texts.get(input.name) ?? input.value;
      }
    }

    // Shows what the answers so far ask for. A hidden question is not sent, and keeps its text until it is shown again;
    // each question stands below the one that decides about it, so one pass is enough.
    follow() {
      for (const block of this.blocks.filter(({ dataset }) => dataset.leadsShowIf)) {
        const { name, values } = JSON.parse(block.dataset.leadsShowIf);
        const answers = new FormData(this.form).getAll(name);
        block.hidden = !answers.some((answer) => values.includes(answer));
        for (const input of inputsOf(block)) input.disabled = block.hidden;
      }
    }

    startAnew() {
      this.form.reset();
      this.follow();
      this.isSent = false;
      this.setBusy(false);
    }

    changed(input) {
      this.follow();
      this.settle();
      unmark(input.closest("[data-leads-field]"));
      this.keep();
    }

    // Not on the way to the button: an error that appears under the pointer would move the button away from it.
    left({ target, relatedTarget }) {
      const block = target.closest("[data-leads-field]");
      if (block && relatedTarget !== this.button && !isEmpty(block) && problemOf(block)) mark(block, problemOf(block));
    }

    submit(event) {
      event.preventDefault();
      if (this.isBusy) return;
      this.settle();
      const errors = this.check();
      if (Object.keys(errors).length) this.showErrors(errors);
      else this.send();
    }

    check() {
      const shown = this.blocks.filter((block) => !block.hidden);
      const found = shown.map((block) => [block.dataset.leadsField, problemOf(block)]);
      const errors = Object.fromEntries(found.filter(([, message]) => message).map(([name, text]) => [name, [text]]));
      const contacts = this.blocks.filter(({ dataset }) => ["email", "phone"].includes(dataset.leadsField));
      return contacts.every(isEmpty) ? { ...errors, email: [this.form.dataset.contactMessage] } : errors;
    }

    showErrors(errors) {
      const items = (errors.__all__ ?? []).map((message) => element("li", {}, message));
      for (const block of this.blocks) {
        unmark(block);
        const message = errors[block.dataset.leadsField]?.join(" ");
        if (!message) continue;
        mark(block, message);
        items.push(element("li", {}, element("a", { href: `#${inputsOf(block)[0].id}` }, message)));
      }
      this.say(this.form.dataset.errorsHeading, items);
      this.summary.focus();
    }

    say(heading, items) {
      const list = items.length ? [element("ul", {}, ...items)] : [];
      this.summary.replaceChildren(element("p", {}, element("strong", {}, heading)), ...list);
      this.summary.hidden = false;
    }

    setBusy(isBusy) {
      this.isBusy = isBusy;
      this.button.textContent = isBusy ? this.form.dataset.sending : this.label;
      this.button.setAttribute("aria-disabled", isBusy);
    }

    async send() {
      if (this.isBusy) return;
      this.setBusy(true);
      this.keep();
      this.form.elements.client_key.value = this.key;
      this.form.elements.elapsed.value = Math.round(performance.now() - seenAfter());
      try {
        const response = await fetch(this.form.action, {
          method: "POST",
          headers: { Accept: "application/json" },
          body: new URLSearchParams(new FormData(this.form)),
          signal: AbortSignal.timeout?.(PATIENCE_MS),
        });
        const answer = await response.json();
        if (response.status === 201) this.acknowledged(answer.location);
        else if (answer.errors) this.refused(answer.errors);
        else this.failed();
      } catch {
        this.failed();
      }
    }

    acknowledged(target) {
      storage((session) => session.removeItem(this.place));
      this.key = newKey();
      this.isSent = true;
      this.settle();
      location.assign(target);
    }

    refused(errors) {
      this.showErrors(errors);
      this.setBusy(false);
      this.settle();
    }

    // The server may have stored what it could not acknowledge: the key stays, so trying again stores nothing twice.
    failed() {
      const { failed, call } = this.form.dataset;
      this.setBusy(false);
      this.say(failed, call ? [element("li", {}, call)] : []);
      if (!this.isWaiting) this.summary.focus();
      const seconds = RETRY_SECONDS[Math.min(this.failures++, RETRY_SECONDS.length - 1)];
      this.isWaiting = true;
      this.timer = setTimeout(() => this.send(), seconds * 1000);
    }

    // Text that is being changed is not sent by itself.
    settle() {
      clearTimeout(this.timer);
      this.isWaiting = false;
      this.failures = 0;
    }
  }

  for (const form of document.querySelectorAll("[data-leads-form]")) {
    if (window.fetch && !form.querySelector("fieldset[disabled]")) new EnquiryForm(form);
  }
})();
