// Keeps the start page true while it is open. Without it, loading the page again does the same.
(() => {
  'use strict';
  const list = document.querySelector('[data-live]');
  if (!list || !window.EventSource) return;
  const stream = new EventSource(list.dataset.live);
  stream.addEventListener('changed', async () => {
    const answer = await fetch(location.pathname);
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (!fresh) return;
    // Whoever stands on a line with the keyboard stands on it afterwards.
    const here = list.contains(document.activeElement) && document.activeElement.getAttribute('href');
    list.replaceChildren(...fresh.children);
    if (here) (list.querySelector(`a[href="${CSS.escape(here)}"]`) ?? document.getElementById('content')).focus();
  });
  // A page that nobody sees asks nobody.
  addEventListener('pagehide', () => stream.close());
})();
