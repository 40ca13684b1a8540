import { element } from './dom.js';
import { read } from './live.js';
import { duration, times } from './text.js';

const EVERY_MILLIS = 1000;
const STATES = { executing: 'executing', idle: 'idle', left_open: 'left open' };

/** The transactions that are open at this moment, and where in the code whoever holds them is. */
export function transactions(section) {
  let timer = null;
  const cards = new Map();

  async function refresh() {
    if (document.hidden) {
      return;
    }
    try {
      draw(await read('transactions'));
    } catch {
      // the connection says so
    }
  }

  function draw(open) {
    if (open.length === 0) {
      cards.clear();
      if (!section.querySelector('.empty')) {
        section.replaceChildren(element('div', { class: 'empty' }, element('h2', {}, 'No transaction is open'),
          element('p', {}, 'One that is appears here with its age, how long it has been idle, and where in the code it is held.')));
      }
      return;
    }
    const shown = open.map(card);
    const known = new Set(open.map(each => each.identity));
    [...cards.keys()].filter(identity => !known.has(identity)).forEach(identity => cards.delete(identity));
    if (shown.length !== section.children.length || shown.some((each, at) => each !== section.children[at])) {
      section.replaceChildren(...shown);
    }
  }

  function card(transaction) {
    const known = cards.get(transaction.identity) ?? element('article', { class: 'card' });
    cards.set(transaction.identity, known);
    const { unit, state, ageNanos, idleNanos, statements, lastShape, writtenTables, thread, stack, dataSource } = transaction;
    const fields = [
      ['State', STATES[state] ?? state],
      ['Open for', duration(ageNanos)],
      ['Idle for', duration(idleNanos)],
      ['Has executed', times(statements, 'statement')],
      ['Has written', writtenTables.join(', ') || 'nothing'],
      ['Thread', thread],
      ['Data source', dataSource],
    ];
    known.replaceChildren(
      element('h2', {}, unit),
      element('dl', { class: 'facts' }, fields.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)))),
      ...(lastShape ? [element('h3', {}, 'Last statement'), element('p', {}, element('code', {}, lastShape))] : []),
      element('h3', {}, 'Where its thread is now'),
      stack.length > 0 ? element('ol', { class: 'stack' }, stack.map(frame => element('li', {}, element('code', {}, frame))))
        : element('p', { class: 'quiet' }, 'In no code of the application.'));
    return known;
  }

  return {
    refresh,
    show() {
      timer ??= setInterval(refresh, EVERY_MILLIS);
      refresh();
    },
    hide() {
      clearInterval(timer);
      timer = null;
    },
  };
}
