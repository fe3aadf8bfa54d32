// Keeps a part of a page true while somebody looks at it: the list of the start page, the count of
// the queue. Without it, loading the page again does the same.
(() => {
  'use strict';
  const part = document.querySelector('[data-live]');
  if (!part || !window.EventSource) return;
  let stream = null;
  const refresh = async () => {
    const answer = await fetch(location.pathname + location.search);
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (!fresh) return;
    // Whoever stands on a line with the keyboard stands on it afterwards.
    const here = part.contains(document.activeElement) && document.activeElement.getAttribute('href');
    part.replaceChildren(...fresh.childNodes);
    if (here) (part.querySelector(`a[href="${CSS.escape(here)}"]`) ?? document.getElementById('content')).focus();
  };
  // A page that nobody sees asks nobody: a browser keeps six lines open to one server, and no more.
  const listen = () => {
    if (document.hidden || stream) return;
    stream = new EventSource(part.dataset.live);
    stream.addEventListener('changed', refresh);
  };
  const rest = () => {
    stream?.close();
    stream = null;
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return rest();
    listen();
    refresh();
  });
  addEventListener('pagehide', rest);
  addEventListener('pageshow', listen);
  listen();
})();
