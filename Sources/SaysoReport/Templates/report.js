
'use strict';
(() => {
  const $ = id => document.getElementById(id);
  const root = document.documentElement;
  root.setAttribute('data-ready', 'on');
  const articles = [...document.querySelectorAll('article')];
  const elsewhere = [...document.querySelectorAll('#elsewhere li')];

  // What a stretch of text is part of.
  const numbers = (element, part) => (element.getAttribute('data-' + part) || '').split(' ').filter(Boolean);

  // The innermost claim of a stretch: one that it is source or cue of, else the one whose content it is.
  const claimOf = element => numbers(element, 'q').pop() || numbers(element, 's').pop() || numbers(element, 'c').pop();

  let lit = [];
  let pinned = false;

  function release() {
    for (const element of lit) element.classList.remove('on', 'up', 'hit');
    lit = [];
    pinned = false;
    $('card').hidden = true;
  }

  function light(elements, name) {
    for (const element of elements) {
      element.classList.add(name);
      lit.push(element);
    }
  }

  const parts = (article, claim, names) =>
    article.querySelectorAll(names.map(name => `.text [data-${name}~="${claim}"]`).join(','));

  // Lights a claim's source, cue and content, and the sources on its way here.
  function show(article, claim) {
    release();
    const note = article.querySelector(`.claims li[data-n="${claim}"]`);
    if (!note) return;
    for (const outer of numbers(note, 'u')) light(parts(article, outer, ['s', 'q']), 'up');
    light(parts(article, claim, ['s', 'q', 'c']), 'on');
    light([note], 'on');
    $('card').replaceChildren(...[...note.cloneNode(true).children]);
    $('card').hidden = false;
  }

  function showFinding(article, finding) {
    release();
    light(article.querySelectorAll(`.text [data-f~="${finding}"]`), 'hit');
  }

  function showName(article, entity) {
    release();
    light(article.querySelectorAll(`.text [data-e~="${entity}"]`), 'hit');
    if (lit[0]) lit[0].scrollIntoView({ block: 'center' });
    pinned = true;
  }

  function look(target) {
    const article = target.closest && target.closest('article');
    if (!article) return false;
    const note = target.closest('.claims li');
    if (note) return show(article, note.dataset.n), true;
    const finding = target.closest('.findings li');
    if (finding) return showFinding(article, finding.dataset.n), true;
    const stretch = target.closest('.text [data-c], .text [data-s], .text [data-q]');
    if (stretch) return show(article, claimOf(stretch)), true;
    return false;
  }

  document.addEventListener('pointerover', event => {
    if (pinned || event.pointerType === 'touch') return;
    if (!look(event.target)) release();
  });
  document.addEventListener('focusin', event => {
    if (event.target.closest('article') && event.target.tagName !== 'ARTICLE') look(event.target);
  });
  document.addEventListener('click', event => {
    const article = event.target.closest('article');
    const name = event.target.closest('.names button');
    if (name) return showName(article, name.parentElement.dataset.e);
    const check = event.target.closest('.checks button');
    if (check) {
      $('check').value = check.dataset.x;
      filter();
      $('articles').scrollIntoView();
      return;
    }
    if (event.target.closest('a[href^="#"]')) return;
    if (article && event.target.closest('.text')) pinned = look(event.target);
    if (!pinned) release();
  });

  // An address of a claim or a finding lights it.
  function arrive() {
    const place = /^#(a\d+)([cf])(\d+)$/.exec(location.hash);
    const article = place && $(place[1]);
    if (!article) return;
    if (place[2] === 'c') show(article, place[3]); else showFinding(article, place[3]);
    pinned = lit.length > 0;
  }
  addEventListener('hashchange', arrive);

  // Search and filters.
  const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const texts = new Map();
  function textOf(article) {
    let text = texts.get(article);
    if (text === undefined) {
      const parts = article.tagName === 'ARTICLE' ? [...article.querySelectorAll('header, .text')] : [article];
      text = fold(parts.map(part => part.textContent).join(' '));
      texts.set(article, text);
    }
    return text;
  }

  function matches(article, words, wanted) {
    const data = article.dataset;
    if (wanted.publisher && data.p !== wanted.publisher) return false;
    if (wanted.kind && !data.k.split(' ').includes(wanted.kind)) return false;
    if (wanted.check && !data.x.split(' ').includes(wanted.check)) return false;
    if (wanted.from && !(data.y && data.y >= wanted.from.slice(0, data.y.length))) return false;
    if (wanted.to && !(data.y && data.y <= wanted.to)) return false;
    return words.every(word => textOf(article).includes(word));
  }

  function filter() {
    const value = id => $(id) ? $(id).value : '';
    const wanted = {};
    for (const id of ['publisher', 'kind', 'check', 'from', 'to']) wanted[id] = value(id);
    const words = fold(value('find')).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const article of articles) {
      article.hidden = !matches(article, words, wanted);
      if (!article.hidden) shown += 1;
    }
    for (const item of document.querySelectorAll('.findings li')) {
      item.classList.toggle('dim', wanted.check !== '' && item.dataset.x !== wanted.check);
    }
    const isFiltered = words.length > 0 || Object.values(wanted).some(Boolean);
    root.toggleAttribute('data-filtered', isFiltered);
    let others = 0;
    for (const item of elsewhere) {
      item.hidden = !(isFiltered && matches(item, words, wanted));
      if (!item.hidden) others += 1;
    }
    if ($('elsewhere')) $('elsewhere').hidden = others === 0;
    $('shown').textContent = isFiltered ? `· ${shown} shown` + (others ? `, ${others} on other pages` : '') : '';
    mark(words);
  }

  // Paints what was searched for, without a change to the document.
  function mark(words) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete('found');
    if (words.length === 0) return;
    const ranges = [];
    for (const article of articles) {
      if (article.hidden || ranges.length > 500) continue;
      const walker = document.createTreeWalker(article.querySelector('.text'), NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && ranges.length <= 500) {
        const text = walker.currentNode.data.toLowerCase();
        for (const word of words) {
          for (let at = text.indexOf(word); at >= 0 && ranges.length <= 500; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, Math.min(at + word.length, walker.currentNode.length));
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set('found', new Highlight(...ranges));
  }

  let pause;
  $('bar').addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(filter, 80); });
  $('bar').addEventListener('reset', () => setTimeout(filter));
  $('bar').addEventListener('submit', event => { event.preventDefault(); filter(); });
  for (const id of ['names', 'claims', 'furniture']) {
    $(id).addEventListener('change', event => root.setAttribute('data-' + id, event.target.checked ? 'on' : 'off'));
  }

  // Light, dark, or as the system has it.
  const themes = ['system', 'light', 'dark'];
  function theme(name) {
    if (name === 'system') root.removeAttribute('data-theme'); else root.setAttribute('data-theme', name);
    $('theme').textContent = 'Theme: ' + name;
    try { localStorage.setItem('sayso-theme', name); } catch { /* a page without storage forgets */ }
  }
  const nextTheme = () => theme(themes[(themes.indexOf(root.getAttribute('data-theme') || 'system') + 1) % 3]);
  $('theme').addEventListener('click', nextTheme);
  try { if (themes.includes(localStorage.getItem('sayso-theme'))) theme(localStorage.getItem('sayso-theme')); } catch { /* as above */ }

  // Keys.
  function step(list, by) {
    const open = list.filter(element => !element.closest('[hidden]'));
    if (open.length === 0) return;
    const middle = open.findIndex(element => element.contains(document.activeElement) || element === document.activeElement);
    let next = middle + by;
    if (middle < 0) {
      const behind = open.findIndex(element => element.getBoundingClientRect().top > 60);
      next = by > 0 ? behind : behind - 1;
    }
    const element = open[Math.max(0, Math.min(open.length - 1, next))];
    element.scrollIntoView({ block: element.tagName === 'ARTICLE' ? 'start' : 'center' });
    element.focus({ preventScroll: true });
  }
  const keys = {
    '/': () => $('find').focus(),
    j: () => step(articles, 1),
    k: () => step(articles, -1),
    n: () => step([...document.querySelectorAll('.text [tabindex]')], 1),
    p: () => step([...document.querySelectorAll('.text [tabindex]')], -1),
    f: () => step([...document.querySelectorAll('.findings li a')], 1),
    t: nextTheme,
    '?': () => $('help').showModal(),
  };
  $('keys').addEventListener('click', keys['?']);
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      release();
      if (document.activeElement === $('find')) { $('find').value = ''; filter(); $('find').blur(); }
      return;
    }
    if (event.target.closest('input, select, textarea, dialog')) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // On paper nothing can be opened.
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    for (const details of folded) details.open = true;
  });
  addEventListener('afterprint', () => { for (const details of folded) details.open = false; });
  arrive();
})();
