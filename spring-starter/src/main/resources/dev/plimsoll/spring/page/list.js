import { arrows, element } from './dom.js';

/**
 * A list of things to open. What stays the same stays in place, so that neither the focus nor the reader's eye is lost when something
 * is added.
 *
 * @param draw gives the children of an item's link
 */
export function list(label, { key, href, draw }) {
  const items = new Map();
  const order = element('ol', { class: 'list', 'aria-label': label });
  order.addEventListener('keydown', event =>
    arrows(event, [...order.querySelectorAll('a')], { back: 'ArrowUp', forward: 'ArrowDown' }));
  let opened = null;

  function item(value) {
    const id = key(value);
    const seen = JSON.stringify(value);
    let known = items.get(id);
    if (!known) {
      const link = element('a', { href: href(value) });
      known = { row: element('li', {}, link), link, seen: null };
      items.set(id, known);
    }
    if (known.seen !== seen) {
      known.link.replaceChildren(...draw(value));
      known.seen = seen;
    }
    return known.row;
  }

  function mark() {
    for (const [id, { link }] of items) {
      id === opened ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
    }
  }

  return {
    element: order,
    update(values) {
      const rows = values.map(item);
      const kept = new Set(values.map(key));
      [...items.keys()].filter(id => !kept.has(id)).forEach(id => items.delete(id));
      if (rows.length !== order.children.length || rows.some((row, at) => row !== order.children[at])) {
        const focused = order.contains(document.activeElement) ? document.activeElement : null;
        order.replaceChildren(...rows);
        focused?.focus({ preventScroll: true });
      }
      mark();
    },
    open(id) {
      opened = id;
      mark();
    },
  };
}
