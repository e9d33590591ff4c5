/* A list of boxes to tick: the search field above it hides what does not match; what is ticked always stays in sight. */

(() => {
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  const update = (root) => {
    const words = plain(root.querySelector('[data-tp-choices-search] input').value).split(/\s+/u).filter(Boolean);
    const choices = [...root.querySelectorAll('.tp-choices__choice')];
    const ticked = choices.filter((choice) => choice.querySelector('input').checked);
    for (const choice of choices) {
      const name = plain(choice.textContent);
      choice.hidden = !ticked.includes(choice) && !words.every((word) => name.includes(word));
    }
    const shown = choices.filter((choice) => !choice.hidden);
    const numbers = { chosen: ticked.length, shown: shown.length, total: choices.length };
    const count = root.querySelector('[data-tp-choices-count]');
    count.textContent = count.dataset.text.replace(/%\((\w+)\)s/gu, (_all, name) => numbers[name]);
    root.querySelector('[data-tp-choices-none]').hidden = shown.length > 0 || choices.length === 0;
  };

  const start = () => {
    for (const root of document.querySelectorAll('[data-tp-choices]')) {
      const search = root.querySelector('[data-tp-choices-search]');
      if (search.hidden && root.querySelector('.tp-choices__choice')) {
        search.hidden = false;
        root.addEventListener('input', () => update(root));
        for (const type of ['input', 'change', 'keyup']) {
          search.addEventListener(type, (event) => {
            event.stopPropagation(); // to search is not to edit: the editor would save the page
            update(root);
          });
        }
        search.addEventListener('keydown', (event) => {
          if (event.key === 'Enter') event.preventDefault();
        });
        update(root);
      }
    }
  };

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
