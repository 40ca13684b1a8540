import { element, shape } from './dom.js';
import { time } from './text.js';

const WIDTH = 600;
const HEIGHT = 120;

/**
 * Lines over time, each told apart by its dashes too, and labelled with its last value.
 *
 * @param lines by name, points of x in milliseconds and y, null where there is nothing to draw
 * @param most the upper end of the axis; otherwise that of the values
 */
export function chart(title, lines, show, most = 0) {
  const points = [...lines.values()].flat();
  const left = Math.min(...points.map(point => point.x));
  const right = Math.max(left + 1, ...points.map(point => point.x));
  const top = most || Math.max(1, ...points.map(point => point.y ?? 0));
  const place = ({ x, y }) => `${((x - left) / (right - left) * WIDTH).toFixed(1)} ${(HEIGHT - y / top * HEIGHT).toFixed(1)}`;
  const drawn = [...lines].map(([, line], at) => shape('path', { class: `line line-${at % 4}`, d: path(line, place) }));
  const last = [...lines].map(([name, line], at) => element('li', {},
    shape('svg', { width: 24, height: 8, 'aria-hidden': 'true' }, shape('path', { class: `line line-${at % 4}`, d: 'M0 4H24' })),
    ` ${name}: ${line.at(-1).y === null ? 'none' : show(line.at(-1).y)}`));
  return element('figure', { class: 'chart' },
    element('figcaption', {}, element('h2', {}, title), element('ul', {}, last)),
    element('div', { class: 'axis-y', 'aria-hidden': 'true' }, element('span', {}, show(top)), element('span', {}, show(0))),
    shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, drawn),
    points.length > 0 && element('div', { class: 'axis-x', 'aria-hidden': 'true' }, element('span', {}, time(left)), element('span', {}, time(right))));
}

function path(line, place) {
  let gap = true;
  return line.map(point => {
    const command = point.y === null ? '' : `${gap ? 'M' : 'L'}${place(point)}`;
    gap = point.y === null;
    return command;
  }).join('');
}
