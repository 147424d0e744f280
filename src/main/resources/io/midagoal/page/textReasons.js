/*
 * Why a goal that counts clicks on a text does not: the text is there in other letters, unseen, out
 * of reach, or not at all.
 */
const textReasons = (() => {
  /** Letters alone, so that texts can be compared without regard to how they are written. */
  const plain = (text) => rules.asRead(text).toLowerCase();
  const bare = (text) => plain(text.normalize('NFKC'))
    .replace(/[\u2018\u2019\u201C\u201D`´]/g, "'").replace(/"/g, "'")
    .replace(/[\u2010-\u2015]/g, '-').replace(/\u2026/g, '...').replace(/\s/g, '');

  /** Texts of what is there to be clicked, as shown. */
  function offeredTexts() {
    return dom.all(document, `${rules.CONTROLS}, h1, h2, h3, h4, p, li, span, div`)
      .slice(0, 3000).map(rules.shownText).filter((text) => text !== '' && text.length <= 120);
  }

  function sameLetters(goal, reduce) {
    const wanted = reduce(goal.value);
    return offeredTexts().filter((text) => reduce(text).includes(wanted))
      .sort((a, b) => a.length - b.length)
      .map((text) => {
        const at = text.toLowerCase().indexOf(plain(goal.value));
        return at < 0 ? text : text.slice(at, at + rules.asRead(goal.value).length);
      });
  }

  const ATTRIBUTES_WITH_TEXT = ['alt', 'aria-label', 'placeholder', 'title', 'value'];

  function inAttribute(goal) {
    const wanted = rules.asRead(goal.value);
    for (const name of ATTRIBUTES_WITH_TEXT) {
      for (const element of dom.all(document, `[${name}]`)) {
        if (rules.asRead(dom.attribute(element, name)).includes(wanted)) {
          return {element: judge.describe(element), where: `the attribute ${name}`};
        }
      }
    }
    return null;
  }

  /** The innermost elements that hold the text without showing it. */
  function holdingUnseen(goal) {
    const wanted = rules.asRead(goal.value);
    const holds = (element) => rules.asRead(dom.textContent(element)).includes(wanted);
    return dom.all(document, 'body *')
      .filter((element) => !['script', 'style', 'noscript', 'template'].includes(dom.localName(element)))
      .filter((element) => holds(element) && !dom.children(element).some(holds));
  }

  function of(goal) {
    const shown = judge.matching(goal);
    if (shown.length > 0) {
      return unreachable.nearestReason(shown);
    }
    for (const [code, reduce] of [['text-case', plain], ['text-whitespace', bare]]) {
      const texts = sameLetters(goal, reduce);
      if (texts.length > 0) {
        return {code, found: texts[0], suggestion: firstText(goal, texts)};
      }
    }
    const attribute = inAttribute(goal);
    if (attribute !== null) {
      return {code: 'text-not-shown', ...attribute};
    }
    const unseen = holdingUnseen(goal);
    if (unseen.length > 0) {
      return {...unreachable.nearestReason(unseen), code: 'text-not-shown'};
    }
    const elsewhere = missing.outOfReach((root) => rules.asRead(root.textContent ?? root.body?.textContent ?? '')
      .includes(rules.asRead(goal.value)));
    return elsewhere
      ?? {code: 'no-match', suggestion: firstText(goal, nearby.nearest(goal.value, offeredTexts()))};
  }

  function firstText(goal, texts) {
    return texts.find((value) => missing.works({...goal, value})) ?? null;
  }

  return {holdingUnseen, of};
})();
