import { element } from './dom.js';
import { read } from './live.js';
import { count, duration, place } from './text.js';

const perExecution = ({ nanos, executions }) => (executions === 0 ? 0 : nanos / executions);
const COLUMNS = [
  { name: 'Total time', of: statement => statement.nanos, show: duration, order: 'time' },
  { name: 'Share', of: statement => statement.nanos, show: null, order: 'time' },
  { name: 'Executions', of: statement => statement.executions, show: count, order: 'executions' },
  { name: 'Mean', of: perExecution, show: duration, order: 'time' },
  { name: 'Longest', of: statement => statement.longestNanos, show: duration, order: 'time' },
  { name: 'Rows', of: statement => statement.rows, show: count, order: 'rows' },
  { name: 'Failures', of: statement => statement.failures, show: count, order: 'executions' },
];

/** The statements that cost most, by whichever measure. */
export function statements(section) {
  let top = null;
  let stale = true;
  let sorted = COLUMNS[0];
  const heads = COLUMNS.map(column => element('th', { scope: 'col', class: 'number' },
    element('button', { type: 'button', onclick: () => sort(column) }, column.name)));
  const body = element('tbody', {});
  const table = element('table', { class: 'statements' },
    element('caption', { class: 'unseen' }, 'Statements; the buttons in the head sort them'),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Statement'), heads)), body);
  const told = element('p', { class: 'quiet' });

  function sort(column) {
    const before = sorted;
    sorted = column;
    draw();
    if (before.order !== column.order) {
      refresh(true);
    }
  }

  async function refresh(visible) {
    stale = true;
    if (!visible) {
      return;
    }
    stale = false;
    try {
      top = await read(`statements/${sorted.order}`);
    } catch {
      return; // the connection says so
    }
    draw();
  }

  function draw() {
    if (top === null || top.all.executions === 0) {
      section.replaceChildren(element('div', { class: 'empty' }, element('h2', {}, 'No statements yet'),
        element('p', {}, 'Use the application: what it executes is added up here by statement and place in the code.')));
      return;
    }
    heads.forEach((head, at) => (COLUMNS[at] === sorted ? head.setAttribute('aria-sort', 'descending') : head.removeAttribute('aria-sort')));
    body.replaceChildren(...top.top.toSorted((a, b) => sorted.of(b) - sorted.of(a)).map(row));
    told.textContent = `${count(top.all.executions)} executions took ${duration(top.all.nanos)} in all`
      + (top.others.executions > 0 ? `, ${count(top.others.executions)} of them of statements that are not shown.` : '.');
    if (!table.isConnected) {
      section.replaceChildren(told, table);
    }
  }

  function row(statement) {
    const { shape, callSite, schema } = statement;
    return element('tr', {},
      element('th', { scope: 'row' }, element('code', {}, shape),
        element('span', { class: 'quiet' }, [callSite && place(callSite), schema].filter(Boolean).join(' · '))),
      COLUMNS.map(({ name, of, show }) => element('td', { class: 'number', 'data-name': name },
        show ? show(of(statement)) : share(statement.nanos))));
  }

  function share(nanos) {
    const part = top.all.nanos === 0 ? 0 : nanos / top.all.nanos;
    return element('span', { class: 'share' },
      element('meter', { min: 0, max: 1, value: part, 'aria-label': 'share of the total time' }),
      element('span', {}, `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`));
  }

  return {
    refresh,
    show() {
      if (stale) {
        refresh(true);
      }
      draw();
    },
    reset() {
      top = null;
    },
  };
}
