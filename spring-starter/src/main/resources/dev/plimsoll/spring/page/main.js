import { say } from './dom.js';
import { follow } from './live.js';
import { count, micros, time, times } from './text.js';
import { findings } from './findings.js';
import { units } from './units.js';
import { statements } from './statements.js';
import { transactions } from './transactions.js';
import { nodes } from './nodes.js';

const section = name => document.getElementById(`${name}-view`);
const views = {
  findings: findings(section('findings')),
  units: units(section('units')),
  statements: statements(section('statements')),
  transactions: transactions(section('transactions')),
  nodes: nodes(section('nodes')),
};

let summary = null;
let current = null;

/** The address's part after # names a view, and after / what in it is opened. */
function route() {
  const [name, ...rest] = decodeURIComponent(location.hash.slice(1)).split('/');
  const next = Object.hasOwn(views, name) ? name : 'findings';
  if (current !== next) {
    views[current]?.hide?.();
    current = next;
  }
  for (const other of Object.keys(views)) {
    section(other).hidden = other !== next;
  }
  for (const link of document.querySelectorAll('#views a')) {
    const isCurrent = link.hash === `#${next}`;
    isCurrent ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
  views[next].show(rest.join('/'));
}

function changed(next) {
  const before = summary;
  summary = next;
  headline(next);
  if (before !== null && before.since !== next.since) {
    Object.values(views).forEach(view => view.reset?.()); // another run of the application
  }
  const same = before?.since === next.since;
  const sameFindings = same && before.timesFound === next.timesFound && before.timeLostMicros === next.timeLostMicros;
  const sameUnits = same && before.lastUnit === next.lastUnit;
  if (!sameFindings || (!sameUnits && current === 'findings')) { // an example may have ended
    views.findings.refresh();
  }
  if (!sameUnits || !sameFindings) {
    views.units.refresh(current === 'units');
    views.statements.refresh(current === 'statements');
  }
}

function headline({ findings: found, timeLostMicros, lastUnit, transactions: open, nodes: known, since }) {
  const grave = found.error + found.warning;
  const lost = timeLostMicros > 0 ? `, up to ${micros(timeLostMicros)} lost` : '';
  const title = grave > 0 ? times(grave, 'finding') + lost
    : found.info > 0 ? `No findings, ${times(found.info, 'remark')}`
    : lastUnit > 0 ? 'Nothing found'
    : 'Nothing seen yet';
  say(document.getElementById('headline'), title);
  say(document.getElementById('subline'), [
    found.error && times(found.error, 'error'),
    found.warning && times(found.warning, 'warning'),
    found.info && times(found.info, 'remark'),
    `since ${time(since)}`,
  ].filter(Boolean).join(' · '));
  say(document.getElementById('said'), grave > 0 ? times(grave, 'finding') : '');
  document.title = grave > 0 ? `${grave} · Plimsoll` : 'Plimsoll';
  badge('findings', grave + found.info);
  badge('transactions', open);
  document.querySelector('[data-nodes]').hidden = known === 0;
}

function badge(name, value) {
  say(document.querySelector(`[data-count=${name}]`), value > 0 ? count(value) : '');
}

addEventListener('hashchange', () => {
  route();
  document.getElementById('view').focus({ preventScroll: true });
});
route();
follow(changed);
performance.mark('plimsoll-started');
