// Checks a policy while it is written. Without it, the button "check" does the same.
(() => {
  'use strict';
  const form = document.getElementById('policy-form');
  if (!form) return;
  const text = form.elements.text;
  const checked = document.getElementById('checked');
  let waiting = 0;
  let asked = null;

  const check = async () => {
    asked?.abort();
    asked = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    body.set('part', 'checked');
    try {
      const answer = await fetch(form.dataset.check, { method: 'POST', body, signal: asked.signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      checked.replaceChildren(...page.body.children);
      lead();
    } catch (stopped) {
      // Another letter was typed, or the line is down: the button still works.
    }
  };

  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 400);
  });

  // The line and column of a mistake are a button, for the mouse and the keyboard alike.
  const lead = () => {
    for (const where of checked.querySelectorAll('[data-line] > .where')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet';
      button.append(where.textContent);
      where.replaceChildren(button);
    }
  };
  lead();

  // It leads to its place in the text.
  checked.addEventListener('click', (event) => {
    const mistake = event.target.closest('[data-line] button')?.closest('[data-line]');
    if (!mistake) return;
    const lines = text.value.split('\n');
    const line = Math.min(Number(mistake.dataset.line), lines.length) - 1;
    const start = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
    const place = start + Math.min(Number(mistake.dataset.column) - 1, lines[line].length);
    text.focus();
    text.setSelectionRange(place, start + lines[line].length);
  });
})();
