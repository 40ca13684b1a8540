// What a unit's marks say, before anything is drawn.

const REPEATED = 5;

const end = mark => mark.offsetNanos + mark.nanos;

/** From the unit's start to the end of its last mark. */
export function extent(unit) {
  return Math.max(1, unit.nanos, ...unit.timeline.map(end));
}

/** One row for each statement, with its executions. */
export function rows(unit, concerned) {
  const made = unit.statements.map(statement => ({ ...statement, marks: [], nanos: 0, times: 0, rows: 0 }));
  for (const mark of unit.timeline.filter(each => each.statement >= 0)) {
    const row = made[mark.statement];
    row.marks.push(mark);
    row.nanos += mark.nanos;
    row.times += mark.times;
    row.rows += mark.rows;
  }
  for (const row of made) {
    row.concerned = concerned ? row.shape === concerned : row.times >= REPEATED;
  }
  return made;
}

/** The transactions, each with how it ended and when nothing happened in it. */
export function transactions(unit) {
  const byIdentity = new Map();
  for (const mark of unit.timeline.filter(each => each.transaction !== 0)) {
    byIdentity.set(mark.transaction, [...(byIdentity.get(mark.transaction) ?? []), mark]);
  }
  const shortest = Math.max(1e6, extent(unit) / 25);
  return [...byIdentity.values()].map(marks => transaction(marks, shortest)).sort((a, b) => a.from - b.from);
}

function transaction(marks, shortest) {
  const sorted = marks.toSorted((a, b) => a.offsetNanos - b.offsetNanos);
  const gaps = [];
  let reached = sorted[0].offsetNanos;
  for (const mark of sorted) {
    if (mark.offsetNanos - reached >= shortest) {
      gaps.push({ from: reached, to: mark.offsetNanos });
    }
    reached = Math.max(reached, end(mark));
  }
  const last = sorted.find(mark => mark.statement < 0);
  return {
    from: sorted[0].offsetNanos,
    to: reached,
    outcome: last?.kind ?? 'open',
    endNanos: last?.nanos ?? 0,
    executions: sorted.filter(mark => mark.statement >= 0).reduce((sum, mark) => sum + mark.times, 0),
    gaps,
    idle: gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0),
  };
}

/** As few lanes as hold them without one upon the other. */
export function lanes(spans) {
  const all = [];
  for (const span of spans) {
    const free = all.find(lane => lane.at(-1).to <= span.from);
    free ? free.push(span) : all.push([span]);
  }
  return all;
}

/** About five round numbers between nothing and {@code nanos}. */
export function scale(nanos) {
  const raw = nanos / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(each => each >= raw);
  return Array.from({ length: Math.floor(nanos / step) + 1 }, (_, at) => at * step);
}
