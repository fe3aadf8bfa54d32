// Keys for the queue and the job. Everything they do, a button or link on the page does too.
(() => {
  'use strict';
  const typing = (element) => element.closest('input:not([type=radio]):not([type=checkbox]), textarea, select');

  const rows = () => [...document.querySelectorAll('table.jobs tbody tr')];
  const here = () => rows().findIndex((row) => row.contains(document.activeElement));
  const go = (step) => {
    const all = rows();
    const next = all[Math.min(Math.max(here() + step, 0), all.length - 1)];
    next?.querySelector('a.excerpt')?.focus();
  };

  const press = (element) => {
    if (element.matches('textarea, input[type=text]')) element.focus();
    else element.click();
  };

  // The way back leads to the queue as it was filtered, also after a form; each tab has its own.
  const back = document.querySelector('a[data-key="u"]');
  if (document.querySelector('table.jobs') && location.pathname === '/queue') {
    sessionStorage.setItem('queue', location.search);
  } else if (back) {
    back.search = sessionStorage.getItem('queue') ?? '';
    // So does the next job.
    const next = document.querySelector('form[data-next]');
    if (next) next.action += back.search;
  }

  // Without this script no key does anything, so none is named.
  for (const hint of document.querySelectorAll('.keys[hidden]')) hint.hidden = false;

  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.metaKey) return;
    if (event.ctrlKey) {
      if (event.key !== 'Enter') return;
      const decide = document.querySelector('[data-key="Enter"]');
      if (decide) { event.preventDefault(); decide.click(); }
      return;
    }
    if (typing(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (document.documentElement.dataset.keys === 'off') return;
    if (event.key === 'j') go(1);
    else if (event.key === 'k') go(-1);
    else if (event.key === 'x') rows()[here()]?.querySelector('input[type=checkbox]')?.click();
    else if (event.key.length === 1) {
      const element = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!element) return;
      event.preventDefault();
      press(element);
    }
  });
})();
