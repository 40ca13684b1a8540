import { element, say, shape } from './dom.js';
import { extent, lanes, rows, scale, transactions } from './timeline.js';
import { brief, count, duration, place, times } from './text.js';

const MOST_ROWS = 40;
const OUTCOMES = { committed: 'committed', rolled_back: 'rolled back', open: 'not ended in it' };

/**
 * One row for each statement over a common axis, so that what is repeated is a comb, and the transactions under them.
 *
 * @param concerned shape of the statement that is in question; otherwise all that are repeated
 */
export function waterfall(unit, concerned = '') {
  const whole = extent(unit);
  const percent = nanos => `${(nanos / whole * 100).toFixed(3)}%`;
  const detail = element('p', { class: 'mark-detail' }, 'Point at a mark, or focus a row and use the arrow keys.');
  const all = rows(unit, concerned);
  const first = all.filter((row, at) => at < MOST_ROWS || row.concerned);
  const body = element('div', { class: 'rows' }, axis(whole, percent), first.map(row => statementRow(row, percent, whole, detail)));
  lanes(transactions(unit)).forEach(lane => body.append(transactionRow(lane, percent, whole, detail)));
  return element('figure', { class: 'waterfall' },
    element('figcaption', { class: 'legend' }, `${unit.name}, ${duration(whole)}`, legend()),
    body,
    first.length < all.length && element('p', { class: 'quiet' }, `${count(all.length - first.length)} statements more, not drawn.`),
    detail);
}

function legend() {
  const sign = (kind, word, ...drawing) => element('span', { class: 'sign' },
    shape('svg', { width: 16, height: 12, class: kind, 'aria-hidden': 'true' }, drawing), word);
  return element('span', { class: 'signs' },
    sign('concerned', 'repeated', shape('path', { d: 'M1 2H15M2 2V11M6 2V11M10 2V11M14 2V11' })),
    sign('committed', 'commit', diamond(8)),
    sign('rolled_back', 'rollback', cross(8)),
    sign('gap', 'idle in transaction', shape('rect', { x: 0, y: 3, width: 16, height: 6 })));
}

const diamond = x => shape('path', { d: `M${x - 4} 6L${x} 2L${x + 4} 6L${x} 10Z` });
const cross = x => shape('path', { d: `M${x - 4} 2L${x + 4} 10M${x - 4} 10L${x + 4} 2` });

function axis(whole, percent) {
  return element('div', { class: 'row axis', 'aria-hidden': 'true' }, element('div', {}),
    shape('svg', { width: '100%', height: 16 }, scale(whole).map(at =>
      shape('text', { x: percent(at), y: 12, 'text-anchor': at === 0 ? 'start' : at > whole * 0.95 ? 'end' : 'middle' }, duration(at)))));
}

function statementRow(row, percent, whole, detail) {
  const top = row.marks[0];
  const bottom = row.marks.at(-1);
  const drawing = shape('svg', { width: '100%', height: 24, 'aria-hidden': 'true' },
    row.marks.length > 1 && shape('line', { class: 'spine', x1: percent(top.offsetNanos), x2: percent(bottom.offsetNanos), y1: 4, y2: 4 }),
    row.marks.map(mark => shape('rect', { class: `tick ${mark.kind}`, x: percent(mark.offsetNanos), y: 4, width: percent(mark.nanos), height: 16 })));
  const describe = at => {
    const mark = row.marks[at];
    return [mark.times > 1 ? times(mark.times, 'execution') : `${count(at + 1)} of ${count(row.marks.length)}`,
      mark.kind === 'failed' ? 'refused by the database' : null, duration(mark.nanos), times(mark.rows, 'row'),
      `at ${duration(mark.offsetNanos)}`, place(row.callSite), row.shape].filter(Boolean).join(' · ');
  };
  return line({
    label: [element('code', { class: 'cut', title: row.shape }, brief(row.shape)),
      element('span', { class: 'number' }, `${count(row.times)}× · ${duration(row.nanos)}`)],
    name: `Executions of ${row.shape}`, kind: row.concerned ? 'concerned' : '',
    drawing, detail, describe, whole, middles: row.marks.map(mark => mark.offsetNanos + mark.nanos / 2),
  });
}

function transactionRow(lane, percent, whole, detail) {
  const drawing = shape('svg', { width: '100%', height: 24, 'aria-hidden': 'true' }, lane.map(span => [
    shape('rect', { class: 'span', x: percent(span.from), y: 8, width: percent(span.to - span.from), height: 8 }),
    span.gaps.map(gap => shape('rect', { class: 'gap', x: percent(gap.from), y: 6, width: percent(gap.to - gap.from), height: 12 })),
    span.outcome !== 'open' && shape('svg', { class: `end ${span.outcome}`, x: percent(span.to), y: 6, overflow: 'visible' },
      span.outcome === 'committed' ? diamond(0) : cross(0)),
  ]));
  const idle = lane.reduce((sum, span) => sum + span.idle, 0);
  const describe = at => {
    const span = lane[at];
    return [`Transaction ${count(at + 1)} of ${count(lane.length)}`, OUTCOMES[span.outcome], duration(span.to - span.from),
      times(span.executions, 'execution'), span.idle > 0 ? `idle for ${duration(span.idle)}` : null,
      `at ${duration(span.from)}`].filter(Boolean).join(' · ');
  };
  return line({
    label: [element('span', { class: 'cut' }, times(lane.length, 'transaction')),
      element('span', { class: 'number' }, idle > 0 ? `idle ${duration(idle)}` : '')],
    name: 'Transactions', kind: 'transactions', drawing, detail, describe, whole,
    middles: lane.map(span => (span.from + span.to) / 2),
  });
}

/** A row whose marks are told one by one: to the pointer that of the nearest, to the keyboard as values of a slider. */
function line({ label, name, kind, drawing, detail, describe, whole, middles }) {
  const track = element('div', {
    class: 'track', role: 'slider', tabindex: 0, 'aria-label': name,
    'aria-valuemin': 1, 'aria-valuemax': middles.length, 'aria-valuenow': 1, 'aria-valuetext': describe(0),
    onfocus: () => pick(at()),
    onkeydown: event => step(event),
    onpointermove: event => pick(nearest(event)),
  }, drawing);
  const at = () => Number(track.getAttribute('aria-valuenow')) - 1;

  function pick(next) {
    track.setAttribute('aria-valuenow', next + 1);
    track.setAttribute('aria-valuetext', describe(next));
    say(detail, describe(next));
    drawing.querySelector('.picked')?.classList.remove('picked');
    drawing.querySelectorAll('.tick, .span')[next]?.classList.add('picked');
  }

  function step(event) {
    const next = { ArrowLeft: at() - 1, ArrowRight: at() + 1, ArrowDown: at() - 1, ArrowUp: at() + 1, Home: 0, End: middles.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      pick(Math.max(0, Math.min(middles.length - 1, next)));
    }
  }

  function nearest(event) {
    const box = track.getBoundingClientRect();
    const nanos = (event.clientX - box.left) / box.width * whole;
    return middles.reduce((best, middle, index) => Math.abs(middle - nanos) < Math.abs(middles[best] - nanos) ? index : best, 0);
  }

  return element('div', { class: `row ${kind}` }, element('div', { class: 'what' }, label), track);
}
