/* Wagtail's page editor: finds the field of a finding, brings it into sight, and takes its sentence to a source. */

window.tpPlaces = (() => {
  const childrenOf = (list) => [...list.querySelectorAll('[data-streamfield-child]')]
    .filter((child) => child.parentElement.closest('[data-contentpath]') === list)
    .filter((child) => child.querySelector('input[name$="-deleted"]')?.value !== '1');

  const partOf = (place, step) => {
    if (/^\d+$/u.test(step)) return childrenOf(place)[Number(step)];
    return place.querySelector(`[data-contentpath="${CSS.escape(step)}"]`);
  };

  /* The elements from the field of the page down to the one that the path leads to, as far as they are there. */
  const way = (block, path) => {
    const steps = path ? path.split('.') : [];
    const first = block || steps.shift();
    const found = [first && document.querySelector(`[data-edit-form] [data-contentpath="${CSS.escape(first)}"]`)];
    while (steps.length && found.at(-1)) found.push(partOf(found.at(-1), steps.shift()));
    return found.filter(Boolean);
  };

  const reveal = (element) => {
    for (let parent = element; parent; parent = parent.parentElement) {
      if (parent.matches('[role="tabpanel"][hidden]')) document.querySelector(`[role="tab"][href="#${parent.id}"]`)?.click();
      const toggle = parent.matches('[data-panel]') && parent.querySelector('[data-panel-toggle]');
      if (toggle && toggle.getAttribute('aria-expanded') === 'false') toggle.click();
    }
  };

  /* Wagtail keeps a rich text editor at the hidden field that it fills. */
  const editorIn = (element) => [...element.querySelectorAll('input[type="hidden"]')]
    .find((input) => input.draftailEditor)?.draftailEditor;

  /* Selects the sentence in a rich text; without it the field keeps its cursor. Answers whether it was found. */
  const selectSentence = (editor, sentence) => {
    const { EditorState, SelectionState } = window.DraftJS;
    const state = editor.getEditorState();
    const words = sentence.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+');
    for (const block of state.getCurrentContent().getBlocksAsArray()) {
      const match = words && new RegExp(words, 'u').exec(block.getText());
      if (match) {
        const selection = SelectionState.createEmpty(block.getKey())
          .merge({ anchorOffset: match.index, focusOffset: match.index + match[0].length, hasFocus: true });
        editor.onChange(EditorState.forceSelection(state, selection));
        return true;
      }
    }
    return false;
  };

  const show = (block, path, sentence) => {
    const target = way(block, path).at(-1);
    if (!target) return null;
    reveal(target);
    target.scrollIntoView({ block: 'center' });
    target.classList.add('tp-found');
    window.setTimeout(() => target.classList.remove('tp-found'), 3000);
    const editor = editorIn(target);
    if (editor) {
      if (!(sentence && selectSentence(editor, sentence))) editor.focus();
    } else {
      target.querySelector('input:not([type="hidden"]), textarea, select, button, a[href]')?.focus({ preventScroll: true });
    }
    return target;
  };

  const setText = (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  /* The claims that belong to a field: of the item that it stands in, or else of its block. */
  const claimsAround = (places) => places.toReversed()
    .map((place) => place.querySelector('[data-contentpath="claims"]')).find(Boolean);

  const chooseSource = (claim) => {
    claim.scrollIntoView({ block: 'center' });
    claim.querySelector('[data-contentpath="source"] [data-chooser-action-choose]')?.click();
  };

  const addClaim = (list, sentence) => {
    reveal(list);
    const before = childrenOf(list);
    [...list.querySelectorAll('[data-streamfield-list-add]')].at(-1)?.click();
    const claim = childrenOf(list).find((child) => !before.includes(child));
    if (!claim) return;
    reveal(claim);
    const statement = claim.querySelector('[data-contentpath="statement"] :is(input, textarea)');
    if (statement) setText(statement, sentence);
    chooseSource(claim);
  };

  /* In a rich text the sentence itself becomes a claim, a claim gets its source; anywhere else a claim is added. */
  const addSource = (block, path, sentence) => {
    const places = way(block, path);
    const target = show(block, path, '');
    const editor = target && editorIn(target);
    if (editor && selectSentence(editor, sentence)) {
      editor.onRequestSource('CLAIM');
    } else if (target && /(?:^|\.)claims\.\d+\.statement$/u.test(path)) {
      chooseSource(places.at(-2));
    } else if (target) {
      const claims = claimsAround(places);
      if (claims) addClaim(claims, sentence);
    }
  };

  /* An address may name the place to show: …/edit/#tp-show=<block>/<path>. Fields appear a little after the page. */
  const showNamed = (tries) => {
    const named = /^#tp-show=([^/]*)\/(.*)$/u.exec(window.location.hash);
    if (!named) return;
    const [block, path] = named.slice(1).map(decodeURIComponent);
    if (show(block, path, '')) window.setTimeout(show, 700, block, path, ''); // what stood above may have grown
    else if (tries) window.setTimeout(showNamed, 200, tries - 1);
  };

  document.addEventListener('click', (event) => {
    const { block, path, sentence } = event.target.closest?.('[data-tp-jump], [data-tp-add-source]')?.dataset ?? {};
    if (path === undefined) return;
    if (event.target.closest('[data-tp-add-source]')) addSource(block, path, sentence);
    else show(block, path, sentence ?? '');
  });
  window.addEventListener('load', () => showNamed(20));

  return { show, addSource };
})();
