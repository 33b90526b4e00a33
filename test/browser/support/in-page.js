/**
 * What runs in the page: each function is sent to the browser as its text, so it uses nothing from outside itself. They are JavaScript,
 * because the rest of the tests has no types of a browser.
 */
/* global document, window, innerHeight, innerWidth, CSS, CSSStyleSheet, NodeFilter, PerformanceObserver, getComputedStyle */
'use strict';

/** Runs before the scripts of each page: the violations of its policy become faults of the console, and the shifts of its layout are summed. */
function watchPage() {
  document.addEventListener('securitypolicyviolation', (event) =>
    console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`),
  );
  window.layoutShifts = { sum: 0, sources: [] };
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      window.layoutShifts.sum += value;
      for (const { node } of sources ?? []) {
        const element = node?.nodeType === 1 ? node : node?.parentElement;
        if (element) window.layoutShifts.sources.push(`${element.tagName.toLowerCase()}.${element.className}`);
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Whether the page says that it is still loading. */
function isBusy() {
  return document.querySelector('[aria-busy="true"], .loading') !== null || document.querySelector('h1') === null;
}

/** Numbers about the page. */
function measure() {
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent.trim()),
    elements: document.querySelectorAll('*').length,
    rows: Math.max(0, ...[...document.querySelectorAll('table')].map((table) => table.rows.length)),
    shift: window.layoutShifts,
    inlineStyles: document.querySelectorAll('style').length,
  };
}

/**
 * The texts that a reader sees or hears, one for each text node, without those that are codes (`code`, `kbd`, `[translate=no]`, `.code`),
 * which belong to no language.
 */
function texts() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.closest('script, style, noscript, template, code, kbd, pre, [translate="no"]')) continue;
    const text = walker.currentNode.data.trim();
    if (text) found.push(text);
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt], [aria-description]'))
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'])
      if (element.getAttribute(name)) found.push(element.getAttribute(name));
  return [document.title, ...found];
}

/** The spacing that RGAA 10.12 lets a reader ask for. A constructed sheet, because the policy refuses one in the page. */
function spaceText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
     p { margin-bottom: 2em !important; }`,
  );
  document.adoptedStyleSheets.push(sheet);
}

/** What a narrow page loses: its scroll to the side, and the texts that are cut. */
function lostAtThisWidth() {
  const root = document.scrollingElement;
  const lost = [];
  const name = (element) =>
    `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}.${[...element.classList].join('.')} « ${element.textContent.trim().slice(0, 60)} »`;
  if (root.scrollWidth > root.clientWidth) {
    lost.push(`the page scrolls to the side: ${root.scrollWidth} px in ${root.clientWidth}`);
    for (const element of document.body.querySelectorAll('*')) {
      const { right, width } = element.getBoundingClientRect();
      if (width > 0 && right > root.clientWidth + 1 && !isScrolled(element)) lost.push(`too wide: ${name(element)}`);
    }
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility() || ![...element.childNodes].some(isText)) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // A text for screen readers only is one pixel.
    if (box.width <= 2 || box.height <= 2 || style.clip !== 'auto') continue;
    const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
    if (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) lost.push(`cut: ${name(element)}`);
    else if (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 2)
      lost.push(`cut: ${name(element)}`);
  }
  return lost.slice(0, 10);

  function isText(node) {
    return node.nodeType === 3 && node.data.trim() !== '';
  }
  function isScrolled(element) {
    for (let parent = element.parentElement; parent && parent !== root; parent = parent.parentElement)
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(parent).overflowX)) return true;
    return false;
  }
}

/**
 * Numbers the elements that Tab reaches, in the order of the page, and gives their names. Of a group of radios, Tab reaches the one that is
 * chosen, else the first.
 */
function numberStops() {
  const stops = [
    ...document.querySelectorAll(
      'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]',
    ),
  ].filter((element) => isReached(element));
  stops.forEach((element, index) => (element.dataset.stop = String(index)));
  return stops.map((element) => {
    const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
    return `${element.tagName.toLowerCase()} « ${label.trim().slice(0, 50)} »`;
  });

  function isReached(element) {
    if (element.tabIndex < 0 || element.disabled || element.closest('[inert]')) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.tagName === 'SUMMARY' && element.parentElement.querySelector('summary') !== element) return false;
    if (element.type !== 'radio' || !element.name) return true;
    const group = [...document.querySelectorAll(`input[type="radio"][name="${CSS.escape(element.name)}"]`)];
    return element === (group.find(({ checked }) => checked) ?? group[0]);
  }
}

/** The element that has the focus: its number, and what is wrong with how it shows it. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return { stop: null, faults: [] };
  const faults = [];
  // A native control that is hidden behind a drawn one shows the focus on its label or on the drawing beside it.
  const shown = [element, element.parentElement, element.nextElementSibling, element.closest('label')].filter(Boolean);
  if (!shown.some(hasRing)) faults.push('shows no focus');
  const { top, left, bottom, right } = element.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) faults.push('is out of sight');
  return {
    stop: element.dataset.stop === undefined ? null : Number(element.dataset.stop),
    tag: element.outerHTML.slice(0, 120),
    faults,
  };

  function hasRing(candidate) {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
    return (
      (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
      (candidate === element && boxShadow !== 'none')
    );
  }
}

/**
 * What opens something over the page and is closed: buttons that say so, and the summary of a `details` whose content lies over the page.
 * Each gets a number, by which a test finds it again.
 */
function numberOpeners() {
  const isOver = (element) =>
    element.tagName !== 'SUMMARY' ||
    ['absolute', 'fixed'].includes(getComputedStyle(element.nextElementSibling ?? element).position);
  const closed = 'button[aria-haspopup]:not([aria-expanded="true"]), details:not([open]) > summary';
  const openers = [...document.querySelectorAll(closed)].filter(
    (element) => element.checkVisibility() && !element.disabled && isOver(element),
  );
  openers.forEach((element, index) => (element.dataset.opener = String(index)));
  return openers.map((element) => (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 50));
}

/** How many things are open over the page. */
function openLayers() {
  const layers =
    '[role="dialog"], [role="menu"], [role="listbox"], dialog[open], [popover]:popover-open, details[open] > summary';
  return [...document.querySelectorAll(layers)].filter((element) => element.checkVisibility()).length;
}

/** What has the focus, as a test compares it. */
function focusName() {
  const { tagName, dataset } = document.activeElement ?? {};
  return dataset?.opener === undefined ? (tagName?.toLowerCase() ?? 'nothing') : `opener ${dataset.opener}`;
}

/** Whether the content shows a figure: a number in a table, or in what the page marks as one. */
function showsFigure() {
  return [...document.querySelectorAll('main td, main .figure')].some((element) => /\d/.test(element.textContent));
}

/** The tables of the content: the texts of their headers, and of the first two cells of each row. */
function printedTables() {
  return [...document.querySelectorAll('main table')].map((table) => ({
    caption: table.caption?.textContent ?? '',
    headers: [...(table.tHead?.querySelectorAll('th') ?? [])].flatMap(textsOnPaper),
    rows: [...table.tBodies]
      .flatMap((body) => [...body.rows])
      .map((row) => [...row.cells].slice(0, 2).flatMap(textsOnPaper)),
  }));

  /** Arrows of an order, buttons and what is for the screen are not on paper. */
  function textsOnPaper(cell) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.data.trim();
      const element = walker.currentNode.parentElement;
      if (text && !element.closest('[aria-hidden="true"], .on-screen, td button, th[scope="row"] button'))
        found.push(text);
    }
    return found;
  }
}

/** The colour behind an element. */
function groundOf(element) {
  return getComputedStyle(element).backgroundColor;
}

/** Scrolls until the element stands at the top of the window. */
function showFromTop(element) {
  element.scrollIntoView({ block: 'start' });
}

/** What is told by colour alone, or not at all, in the colours that the reader has forced. */
function lostInForcedColours() {
  const lost = [];
  const look = (element) => getComputedStyle(element);
  for (const share of document.querySelectorAll('svg.share')) {
    const of = (name, property) => {
      const part = share.querySelector(`.${name}`);
      return part ? look(part)[property] : undefined;
    };
    const [track, bar, edge, target] = [
      of('track', 'fill'),
      of('bar', 'fill'),
      of('edge', 'stroke'),
      of('target', 'stroke'),
    ];
    if (look(share).outlineStyle === 'none') lost.push('a bar without its frame');
    if (bar === track) lost.push(`a bar like what it lies on: ${bar}`);
    if (target !== undefined && (target === track || target === edge || edge === bar))
      lost.push(`the mark of a target that is not seen: ${target} beside ${edge}, on ${bar}`);
  }
  for (const status of document.querySelectorAll('.status'))
    if (!/^[●▲◆–] \S/.test(status.textContent.trim())) lost.push(`a state without its shape: ${status.textContent}`);
  for (const [links, current, side] of [
    ['.tabs a', '[aria-current]', 'borderBottomColor'],
    ['.menu li a', '.is-current, [aria-current="page"]', 'borderLeftColor'],
  ]) {
    const all = [...document.querySelectorAll(links)];
    const marked = all.filter((link) => link.matches(current)).map((link) => look(link)[side]);
    const others = all.filter((link) => !link.matches(current)).map((link) => look(link)[side]);
    if (others.some((colour) => marked.includes(colour))) lost.push(`${links} does not show where one is`);
  }
  const past = document.querySelector('.past');
  if (past && Number.parseFloat(look(past).borderTopWidth) < 2) lost.push('the banner of the past without its frame');
  return [...new Set(lost)];
}

/** Shows the page without its colours. A constructed sheet, because the policy refuses one in the page. */
function greyPage() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html { filter: grayscale(1) }');
  document.adoptedStyleSheets.push(sheet);
}

module.exports = {
  lostInForcedColours,
  greyPage,
  groundOf,
  showFromTop,
  showsFigure,
  printedTables,
  watchPage,
  isBusy,
  measure,
  texts,
  spaceText,
  lostAtThisWidth,
  numberStops,
  focused,
  numberOpeners,
  openLayers,
  focusName,
};
