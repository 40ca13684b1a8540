// Before the first paint, and so no module: a dark page that begins white dazzles.
(() => {
  const stored = () => {
    try {
      return localStorage.getItem('plimsoll.theme') ?? 'auto';
    } catch {
      return 'auto'; // the browser keeps nothing for this page
    }
  };
  const apply = theme => { document.documentElement.dataset.theme = theme; };
  apply(stored());
  document.addEventListener('DOMContentLoaded', () => {
    const choice = document.getElementById('theme');
    choice.value = stored();
    choice.addEventListener('change', () => {
      apply(choice.value);
      try {
        localStorage.setItem('plimsoll.theme', choice.value);
      } catch {
        // for this visit only, then
      }
    });
  });
})();
