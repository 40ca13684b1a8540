import { element, say } from './dom.js';
import { hrefOf, severity } from './findings.js';
import { read } from './live.js';
import { list } from './list.js';
import { count, duration, kind, place, time, times } from './text.js';
import { waterfall } from './waterfall.js';

const PAGE = 60;

/** The last units of work, the youngest first, and the waterfall of the one that is opened. */
export function units(section) {
  let all = [];
  let stale = true;
  let visible = false;
  let wanted = '';
  let shown = null;
  let most = PAGE;
  const recent = list('Units of work, the latest first', {
    key: unit => String(unit.number),
    href: unit => `#units/${unit.number}`,
    draw: unit => [
      element('span', { class: 'line' }, element('b', { class: 'cut' }, unit.name), element('span', { class: 'number' }, duration(unit.nanos))),
      element('span', { class: 'line quiet' },
        element('span', {}, time(unit.start), ' · ', times(unit.executions, 'execution')),
        unit.findings.length > 0 && element('span', { class: 'severity warning' }, times(unit.findings.length, 'finding'))),
    ],
  });
  const name = element('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', oninput: () => filtered() });
  const onlyFindings = element('input', { type: 'checkbox', onchange: () => filtered() });
  const told = element('p', { class: 'quiet', role: 'status' });
  const more = element('button', { type: 'button', onclick: () => { most += PAGE; draw(); } }, 'Show more');
  const detail = element('div', { class: 'detail' });
  section.append(element('div', { class: 'two' },
    element('div', {},
      element('form', { class: 'filter', role: 'search', onsubmit: event => event.preventDefault() },
        element('label', {}, 'Name contains', name),
        element('label', { class: 'check' }, onlyFindings, 'Only with findings')),
      told, recent.element, more),
    detail));

  function filtered() {
    most = PAGE;
    draw();
  }

  async function refresh(isVisible = visible) {
    stale = true;
    if (!isVisible) {
      return;
    }
    stale = false;
    try {
      all = await read('units');
    } catch {
      return; // the connection says so
    }
    draw();
    if (shown === null) {
      open();
    }
    performance.mark('plimsoll-units');
  }

  function matching() {
    const part = name.value.trim().toLowerCase();
    return all.filter(unit => (part === '' || unit.name.toLowerCase().includes(part))
      && (!onlyFindings.checked || unit.findings.length > 0));
  }

  function draw() {
    const matches = matching();
    recent.update(matches.slice(0, most));
    more.hidden = matches.length <= most;
    say(told, all.length === 0 ? 'None yet. Use the application: each request, message, job or transaction appears here when it ends.'
      : matches.length === all.length ? `The last ${count(all.length)}` : `${count(matches.length)} of the last ${count(all.length)}`);
  }

  async function open() {
    const number = wanted || (all.length > 0 ? String((matching()[0] ?? all[0]).number) : '');
    recent.open(number);
    if (number === '' || number === shown) {
      return;
    }
    shown = number;
    try {
      const unit = await read(`units/${number}`);
      if (shown === number) {
        detail.replaceChildren(article(unit, unit.findings.length > 0 ? await read('findings') : []));
      }
    } catch (failure) {
      detail.replaceChildren(element('p', { class: 'empty' }, failure.status === 404
        ? 'This unit of work is not kept any more: the oldest give way to new ones.' : 'This unit of work could not be read.'));
    }
  }

  return {
    refresh,
    show(argument) {
      visible = true;
      wanted = argument;
      if (stale) {
        refresh(true);
      }
      open();
    },
    hide() {
      visible = false;
    },
    reset() {
      all = [];
      shown = null;
      detail.replaceChildren();
    },
  };
}

function article(unit, findings) {
  const found = findings.filter(each => each.dataSource === unit.dataSource && unit.findings.includes(each.finding.id));
  return element('article', { 'aria-labelledby': 'unit' },
    element('h2', { id: 'unit' }, unit.name),
    element('p', { class: 'lead' }, `${duration(unit.nanos)} from the first statement to the last, at ${time(unit.start)}. `
      + `${times(unit.executions, 'execution')} of ${times(unit.statements.length, 'statement')}, `
      + `${times(unit.transactions, 'transaction')}, on ${unit.dataSource}.`),
    waterfall(unit),
    found.length > 0 && [element('h3', {}, 'Found in it'), element('ul', { class: 'plain' }, found.map(each => element('li', {},
      severity(each.finding.severity), ' ', element('a', { href: hrefOf(each) }, kind(each.finding.kind)),
      each.finding.callSite && element('span', { class: 'quiet' }, ` at ${place(each.finding.callSite)}`))))],
    unit.omitted > 0 && element('p', { class: 'quiet' }, `${times(unit.omitted, 'execution')} more for which there was no room.`));
}
