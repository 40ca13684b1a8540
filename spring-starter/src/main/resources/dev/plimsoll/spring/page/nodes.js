import { chart } from './chart.js';
import { element } from './dom.js';
import { read } from './live.js';
import { count, duration } from './text.js';

const EVERY_MILLIS = 2000;
const OVERLAP_SECONDS = 10;
const MOST = 900;
const ROLES = { primary: 'primary', standby: 'replica', unused: 'not used' };

/** The nodes of data sources with replicas: as they are, and their last quarter of an hour. */
export function nodes(section) {
  let history = [];
  let several = false;
  let timer = null;
  const body = element('tbody', {});
  const head = ['Node', 'Role', 'Behind by', 'Sampled', 'Reads under way', 'Units so far', 'State']
    .map((name, at) => element('th', { scope: 'col', class: at > 1 && at < 6 ? 'number' : null }, name));
  const lag = element('div', {});
  const share = element('div', {});
  const table = element('table', {}, element('caption', { class: 'unseen' }, 'Nodes'),
    element('thead', {}, element('tr', {}, head)), body);

  async function refresh() {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await read(history.length === 0 ? 'nodes' : `nodes/${OVERLAP_SECONDS}`);
      const last = history.at(-1)?.atMillis ?? 0;
      history = [...history, ...answer.history.filter(sample => sample.atMillis > last)].slice(-MOST);
      draw(answer.now);
    } catch {
      // the connection says so
    }
  }

  function draw(now) {
    if (now.length === 0) {
      section.replaceChildren(element('div', { class: 'empty' }, element('h2', {}, 'No replicas'),
        element('p', {}, 'With plimsoll.replicas reads go to replicas, and this shows which and how far they are behind.')));
      return;
    }
    several = new Set(now.map(node => node.dataSource)).size > 1;
    body.replaceChildren(...now.map(row));
    lag.replaceChildren(chart('Behind the primary', lines(sample => sample.behindMillis), value => duration(value * 1e6)));
    share.replaceChildren(chart('Share of the units of work', shares(), value => `${Math.round(value * 100)} %`, 1));
    if (!table.isConnected) {
      section.replaceChildren(table, lag, share);
    }
  }

  function row({ name, dataSource, role, behindNanos, sampleAgeNanos, inFlight, units, breaker, rejection }) {
    const all = Object.values(units).reduce((sum, value) => sum + value, 0);
    const state = rejection || (breaker === 'open' ? 'not reachable' : 'in use');
    const cells = [ROLES[role] ?? role, duration(behindNanos), sampleAgeNanos < 0 ? 'never' : `${duration(sampleAgeNanos)} ago`,
      count(inFlight), count(all), state];
    return element('tr', {}, element('th', { scope: 'row' }, name, element('span', { class: 'quiet' }, dataSource)),
      cells.map((text, at) => element('td', { class: at > 0 && at < 5 ? 'number' : null, 'data-name': head[at + 1].textContent }, text)));
  }

  /** With the data source's name only where there are several. */
  const identity = node => (several ? `${node.dataSource} ${node.name}` : node.name);

  function lines(value) {
    const all = new Map();
    for (const { atMillis, nodes: sampled } of history) {
      for (const node of sampled) {
        if (!all.has(identity(node))) {
          all.set(identity(node), []);
        }
        all.get(identity(node)).push({ x: atMillis, y: value(node) });
      }
    }
    return all;
  }

  /** Of what was new in the ten seconds before each sample, by data source. */
  function shares() {
    const all = new Map();
    history.forEach(({ atMillis, nodes: sampled }, at) => {
      const before = history[Math.max(0, at - OVERLAP_SECONDS)].nodes;
      const news = node => node.units - (before.find(other => identity(other) === identity(node))?.units ?? 0);
      for (const node of sampled) {
        const total = sampled.filter(other => other.dataSource === node.dataSource).reduce((sum, other) => sum + news(other), 0);
        if (!all.has(identity(node))) {
          all.set(identity(node), []);
        }
        all.get(identity(node)).push({ x: atMillis, y: total > 0 ? news(node) / total : null });
      }
    });
    return all;
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
    reset() {
      history = [];
    },
  };
}
