/* Moves blocks of the outline, and sends many files one after the other with their progress. Without it all works too. */
(() => {
  const list = document.querySelector("[data-import-blocks]");
  if (list) {
    const number = () => {
      for (const [place, block] of [...list.children].entries()) {
        const order = block.querySelector("input[name$='-ORDER']");
        if (order) order.value = place + 1;
      }
    };
    for (const moves of list.querySelectorAll("[data-import-moves]")) moves.hidden = false;
    for (const order of list.querySelectorAll("[data-import-order]")) order.hidden = true;
    list.addEventListener("click", (event) => {
      const button = event.target.closest("[data-import-move]");
      if (!button) return;
      const block = button.closest("[data-import-block]");
      const up = button.dataset.importMove === "-1";
      const other = up ? block.previousElementSibling : block.nextElementSibling;
      if (!other) return;
      list.insertBefore(up ? block : other, up ? other : block);
      number();
      button.focus();
    });
  }

  const form = document.querySelector("form[data-import]");
  if (!form) return;
  const files = form.querySelector("input[type=file]");
  const isMany = () => files.files.length > 1 || [...files.files].some((file) => /\.(xml|wxr)$/i.test(file.name));

  const tell = (results, result) => {
    const line = document.createElement("li");
    if (result.url) {
      const link = document.createElement("a");
      link.href = result.url;
      link.textContent = result.title;
      line.append(link, ` ${result.summary}`);
    } else {
      const error = document.createElement("span");
      error.className = "error-message";
      error.textContent = result.error;
      line.append(`${result.name} `, error);
    }
    results.append(line);
  };

  const send = async (file, start) => {
    const data = new FormData(form);
    data.delete("files");
    data.delete("text");
    data.append("files", file);
    data.append("start", start);
    const response = await fetch(form.dataset.importEach, { method: "POST", body: data });
    if (!response.ok) throw new Error(response.status);
    return response.json();
  };

  form.addEventListener("submit", async (event) => {
    if (!isMany()) return;
    event.preventDefault();
    const progress = form.querySelector("[data-import-progress]");
    const bar = progress.querySelector("progress");
    const status = form.querySelector("[data-import-status]");
    const results = form.querySelector("[data-import-results]");
    const button = form.querySelector("button[type=submit]");
    const all = [...files.files];
    progress.hidden = false;
    button.disabled = true;
    bar.max = all.length;
    bar.value = 0;
    for (const file of all) {
      status.textContent = `${form.dataset.importWorking} ${file.name}`;
      try {
        let next = 0;
        while (next !== null) {
          const answer = await send(file, next);
          for (const result of answer.results) tell(results, result);
          if (answer.total) bar.value = Math.floor(bar.value) + Math.min(0.99, ((next || 0) + 1) / answer.total);
          next = answer.next;
        }
      } catch {
        tell(results, { name: file.name, error: form.dataset.importFailed });
      }
      bar.value = Math.floor(bar.value) + 1;
    }
    status.textContent = form.dataset.importDone;
    button.disabled = false;
    form.reset();
  });
})();
