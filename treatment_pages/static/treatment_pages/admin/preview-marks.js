/* A page in an editor's preview: marks the sentences that the content checks found something in. */

(() => {
  const ELSEWHERE = 'script, style, template, noscript, textarea';

  /* The page's text as one string, one blank for each stretch of white space, with the place of every character. */
  const read = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const places = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.closest(ELSEWHERE)) {
        for (let offset = 0; offset < node.length; offset += 1) {
          const isBlank = /\s/u.test(node.data[offset]);
          if (!(isBlank && (text === '' || text.endsWith(' ')))) {
            text += isBlank ? ' ' : node.data[offset];
            places.push([node, offset]);
          }
        }
      }
    }
    return { text, places };
  };

  const stretches = (places) => {
    const found = [];
    for (const [node, offset] of places) {
      const last = found.at(-1);
      if (last?.node === node) last.end = offset + 1;
      else found.push({ node, start: offset, end: offset + 1 });
    }
    return found.filter(({ node, start, end }) => node.data.slice(start, end).trim());
  };

  const wrap = ({ node, start, end }, { severity, text }) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const mark = document.createElement('mark');
    mark.className = `tp-mark tp-mark--${severity}`;
    mark.title = text;
    range.surroundContents(mark);
  };

  const root = document.querySelector('main') ?? document.body;
  for (const found of JSON.parse(document.getElementById('tp-editorial-marks').textContent)) {
    const sentence = found.sentence.replace(/\s+/gu, ' ').trim();
    const { text, places } = read(root); // anew each time: a mark splits the text that it stands in
    const at = sentence ? text.indexOf(sentence) : -1;
    if (at >= 0) {
      for (const stretch of stretches(places.slice(at, at + sentence.length)).reverse()) wrap(stretch, found);
    }
  }
})();
