const numbers = new Intl.NumberFormat('en');
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const count = value => numbers.format(value);
export const time = instant => clock.format(new Date(instant));
export const times = (value, noun) => `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

/** Three digits, in the unit that fits. */
export function duration(nanos) {
  if (nanos === 0) {
    return '0 ms';
  }
  const [value, unit] = nanos >= 60e9 ? [nanos / 60e9, 'min']
    : nanos >= 1e9 ? [nanos / 1e9, 's']
    : nanos >= 1e6 ? [nanos / 1e6, 'ms']
    : [nanos / 1e3, 'µs'];
  return `${value >= 100 ? count(Math.round(value)) : Number(value.toPrecision(2))} ${unit}`;
}

export const micros = value => duration(value * 1e3);

const KINDS = { 'n-plus-one': 'N+1 queries' };

/** The rule's id as people say it. */
export function kind(id) {
  const words = KINDS[id] ?? id.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

/** A statement as short as tells it apart: what it selects is what differs least. */
export function brief(shape) {
  return shape.replace(/^(select)\s.{12,}?\s(from)\s/s, '$1 … $2 ');
}

/** The class and the line of a call site, as long as that is unmistakable to whoever wrote it. */
export function place(callSite) {
  const found = /([\w$]+\.[\w$<>]+)\(([^)]*)\)$/.exec(callSite);
  return found ? `${found[1]} (${found[2]})` : callSite;
}
