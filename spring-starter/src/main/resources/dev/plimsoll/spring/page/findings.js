import { element, prose, say } from './dom.js';
import { read } from './live.js';
import { list } from './list.js';
import { count, kind, micros, time, times } from './text.js';
import { waterfall } from './waterfall.js';

const LABELS = { error: 'Error', warning: 'Warning', info: 'Remark' };
const keyOf = ({ dataSource, finding }) => `${finding.id}@${dataSource}`;
export const hrefOf = logged => `#findings/${encodeURIComponent(keyOf(logged))}`;

export const severity = value => element('span', { class: `severity ${value}` }, LABELS[value] ?? value);

/** What was found, the worst first and opened: what it is, its waterfall, and what to do. */
export function findings(section) {
  let all = null;
  let wanted = '';
  let shown = null;
  const found = list('Findings by time lost', {
    key: keyOf,
    href: hrefOf,
    draw: ({ finding, times: units, timeLostMicrosTotal }) => [
      element('span', { class: 'line' }, severity(finding.severity), element('b', {}, kind(finding.kind)),
        element('span', { class: 'number' }, timeLostMicrosTotal > 0 && micros(timeLostMicrosTotal))),
      element('span', { class: 'line quiet' }, element('span', { class: 'cut' }, finding.unit),
        element('span', { class: 'number' }, `in ${times(units, 'unit')}`)),
    ],
  });
  const detail = element('div', { class: 'detail' });
  const parts = element('div', { class: 'two' }, found.element, detail);

  async function refresh() {
    try {
      all = await read('findings');
    } catch {
      return; // the connection says so
    }
    draw();
    performance.mark('plimsoll-findings');
  }

  function draw() {
    if (all === null) {
      return;
    }
    if (all.length === 0) {
      shown = null;
      section.replaceChildren(empty());
      return;
    }
    if (!parts.isConnected) {
      section.replaceChildren(parts);
    }
    found.update(all);
    open(all.find(logged => keyOf(logged) === wanted) ?? all.find(logged => keyOf(logged) === shown?.key) ?? all[0]);
  }

  function open(logged) {
    const key = keyOf(logged);
    found.open(key);
    if (shown?.key === key) {
      shown.update(logged);
      return;
    }
    shown = article(logged);
    shown.key = key;
    detail.replaceChildren(shown.element);
  }

  return {
    refresh,
    show(argument) {
      wanted = argument;
      draw();
    },
    reset() {
      shown = null;
    },
  };
}

function empty() {
  return element('div', { class: 'empty' },
    element('h2', {}, 'No findings'),
    element('p', {}, 'Use the application: what it asks of its databases is looked at as each request, message, job or transaction ends. '
      + 'What overloads a database appears here by itself, the costliest first.'));
}

/** The example's waterfall stays the one that was opened, so that it can be looked at while others follow. */
function article(logged) {
  const { finding } = logged;
  const lead = element('p', { class: 'lead' });
  const unit = element('span', {}, finding.unit);
  const example = element('div', {}, element('p', { class: 'quiet' }, 'No unit of work with it is kept, or it has not ended yet: ',
    element('a', { href: '#transactions' }, 'open transactions'), '.'));
  let hasExample = false;
  const update = next => {
    say(lead, cost(next));
    if (next.unit !== 0 && !hasExample) {
      hasExample = true;
      showExample(example, unit, next);
    }
  };
  update(logged);
  const shown = element('article', { 'aria-labelledby': 'opened' },
    element('h2', { id: 'opened' }, severity(finding.severity), ` ${kind(finding.kind)} · `, unit),
    lead,
    example,
    element('h3', {}, 'What to do'),
    element('p', {}, prose(finding.advice), ' ', about(finding)),
    finding.callSite && [element('h3', {}, 'Where'), element('p', {}, element('code', {}, finding.callSite))],
    finding.shape && [element('h3', {}, 'Statement'), element('pre', { tabindex: 0, role: 'group', 'aria-label': 'Statement' },
      element('code', {}, finding.shape))],
    element('h3', {}, 'Evidence'),
    element('dl', {}, finding.evidence.map(({ name, value }) => [element('dt', {}, name), element('dd', {}, prose(value))]),
      element('dt', {}, 'proof'), element('dd', {}, finding.confidence),
      element('dt', {}, 'data source'), element('dd', {}, logged.dataSource)));
  return { element: shown, update };
}

function cost({ finding, times: units, timeLostMicrosTotal, last }) {
  const often = finding.count > 1 ? `${count(finding.count)} executions in one unit of work` : 'Once in a unit of work';
  const each = finding.timeLostMicros > 0 ? `, up to ${micros(finding.timeLostMicros)} lost` : '';
  const total = units > 1 ? ` ${micros(timeLostMicrosTotal)} in ${times(units, 'unit')} so far,` : '';
  return `${often}${each}.${total ? `${total} last at ${time(last)}.` : ` Seen at ${time(last)}.`}`;
}

function about({ documentation }) {
  return /^https?:\/\//.test(documentation)
    ? element('a', { href: documentation, target: '_blank', rel: 'noopener noreferrer' }, 'About this kind of finding')
    : null;
}

/** The unit's name may not have been known yet when something was found in it. */
async function showExample(target, name, { finding, unit }) {
  target.replaceChildren(element('p', { class: 'quiet' }, 'Reading …'));
  try {
    const example = await read(`units/${unit}`);
    say(name, example.name);
    target.replaceChildren(waterfall(example, finding.shape),
      element('p', { class: 'quiet' }, element('a', { href: `#units/${unit}` }, 'This unit of work'), ` at ${time(example.start)}`));
    performance.mark('plimsoll-waterfall');
  } catch (failure) {
    target.replaceChildren(element('p', { class: 'quiet' }, failure.status === 404
      ? 'Its units of work are not kept any more.' : 'Its unit of work could not be read.'));
  }
}
