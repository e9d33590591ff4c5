/* The rich text editor's button “Claim”: a sentence is tied to a source that is chosen, or added, in Wagtail's chooser. */

(() => {
  const { React, DraftJS, draftail } = window;
  const { EditorState, Modifier } = DraftJS;

  /* The sentence at the cursor, so that a claim needs no careful selecting; behind a full stop it is the one before. */
  const sentenceAround = (text, offset) => {
    const language = document.documentElement.lang || undefined;
    const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
      .filter(({ segment }) => segment.trim());
    const { index = 0, segment = '' } = sentences.findLast((sentence) => sentence.index <= offset) ?? sentences[0] ?? {};
    return [index, index + segment.trimEnd().length];
  };

  /* The last stretch between start and end that is no link: one character holds one entity, and links stay. */
  const freeOfLinks = (content, block, start, end) => {
    const isTaken = (offset) => {
      const key = block.getEntityAt(offset);
      return key && content.getEntity(key).getType() !== 'CLAIM';
    };
    const isBlank = (offset) => isTaken(offset) || !block.getText()[offset].trim();
    let last = end;
    while (last > start && isBlank(last - 1)) last -= 1;
    let first = last;
    while (first > start && !isTaken(first - 1)) first -= 1;
    while (first < last && isBlank(first)) first += 1;
    return [first, last];
  };

  const selectedBlocks = (content, selection) => {
    const keys = content.getBlockMap().keySeq().toList();
    const first = keys.indexOf(selection.getStartKey());
    return keys.slice(first, keys.indexOf(selection.getEndKey()) + 1).map((key) => content.getBlockForKey(key));
  };

  /* Where the claim goes in one block of the selection. */
  const claimed = (content, selection, block) => {
    const isFirst = block.getKey() === selection.getStartKey();
    const isLast = block.getKey() === selection.getEndKey();
    const [start, end] = selection.isCollapsed()
      ? sentenceAround(block.getText(), selection.getStartOffset())
      : [isFirst ? selection.getStartOffset() : 0, isLast ? selection.getEndOffset() : block.getLength()];
    const [first, last] = freeOfLinks(content, block, start, end);
    return selection.merge({
      anchorKey: block.getKey(), anchorOffset: first, focusKey: block.getKey(), focusOffset: last, isBackward: false,
    });
  };

  const addClaim = (editorState, data) => {
    const selection = editorState.getSelection();
    const before = editorState.getCurrentContent().createEntity('CLAIM', 'MUTABLE', data);
    const entity = before.getLastCreatedEntityKey();
    const content = selectedBlocks(before, selection)
      .map((block) => claimed(before, selection, block))
      .filter((range) => !range.isCollapsed())
      .reduce((text, range) => Modifier.applyEntity(text, range, entity), before);
    const after = EditorState.push(editorState, content, 'apply-entity');
    return EditorState.forceSelection(after, selection.merge({
      anchorKey: selection.getEndKey(), anchorOffset: selection.getEndOffset(),
      focusKey: selection.getEndKey(), focusOffset: selection.getEndOffset(), isBackward: false,
    }));
  };

  class ClaimSource extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrl,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData(source) {
      return { id: String(source.id), title: source.string };
    }

    onChosen(source) {
      this.workflow.close();
      this.props.onComplete(addClaim(this.props.editorState, this.filterEntityData(source)));
    }
  }

  const icon = (name) => React.createElement('svg', { className: `icon icon-${name}`, 'aria-hidden': 'true' },
    React.createElement('use', { href: `#icon-${name}` }));

  /* The sentence in the editor; pressed, it shows its source. */
  const Claim = (props) => {
    const { title, deleted } = props.contentState.getEntity(props.entityKey).getData();
    const label = React.createElement('span', { className: 'tp-claim-entity__source' }, title);
    const sentence = React.createElement('span', { className: 'tp-claim-entity', title }, props.children);
    return React.createElement(draftail.TooltipEntity, {
      ...props, icon: icon(deleted ? 'warning' : 'openquote'), label, children: sentence,
    });
  };

  draftail.registerPlugin({ type: 'CLAIM', source: ClaimSource, decorator: Claim }, 'entityTypes');
})();
