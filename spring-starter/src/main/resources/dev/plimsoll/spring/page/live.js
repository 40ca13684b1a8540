import { say } from './dom.js';
import { time } from './text.js';

const POLL_MILLIS = 2000;
const POLLS_BETWEEN_TRIES = 15;
const ANSWER_MILLIS = 5000;
/** Longer than the server is silent: it says something every second. */
const SILENT_MILLIS = 10000;
const here = new URL('../', import.meta.url);

/** What the endpoint has under a path. */
export async function read(path) {
  const answer = await fetch(new URL(path, here), { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(ANSWER_MILLIS) });
  if (!answer.ok) {
    throw Object.assign(new Error(`${answer.status} for ${path}`), { status: answer.status });
  }
  return answer.json();
}

/**
 * Tells of every change: as the server sends them, or, where it cannot, by asking every two seconds. While the page is not to be seen
 * nothing is asked or kept open.
 */
export function follow(changed) {
  const connection = document.getElementById('connection');
  let source = null;
  let poll = null;
  let lostAt = null;
  let untilNextTry = 0;
  let heardAt = 0;
  let watch = null;

  function isHere() {
    lostAt = null;
    connection.classList.remove('lost');
    say(connection, 'Live');
  }

  function isLost() {
    lostAt ??= new Date();
    connection.classList.add('lost');
    say(connection, `No answer from the application since ${time(lostAt)}. Trying again …`);
  }

  function open() {
    source = new EventSource(new URL('page/stream', here));
    heardAt = Date.now();
    watch ??= setInterval(listen, POLL_MILLIS);
    source.addEventListener('still', heard);
    source.addEventListener('summary', event => {
      heard();
      changed(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) {
        source = null; // refused, and not tried again by the browser
        untilNextTry = POLLS_BETWEEN_TRIES;
      }
      startPolling();
    });
  }

  function heard() {
    heardAt = Date.now();
    stopPolling();
    isHere();
  }

  /** An application that a debugger has stopped closes nothing, and says nothing. */
  function listen() {
    if (Date.now() - heardAt > SILENT_MILLIS) {
      startPolling();
    }
  }

  function startPolling() {
    if (poll === null) {
      poll = setInterval(ask, POLL_MILLIS);
      ask();
    }
  }

  function stopPolling() {
    clearInterval(poll);
    poll = null;
  }

  async function ask() {
    try {
      const summary = await read(here.pathname.replace(/\/$/, ''));
      isHere();
      changed(summary);
      if (source === null && !document.hidden && --untilNextTry <= 0) {
        open();
      }
    } catch {
      isLost();
    }
  }

  function leave() {
    source?.close();
    source = null;
    clearInterval(watch);
    watch = null;
    stopPolling();
  }

  function look() {
    if (document.hidden) {
      leave();
    } else if (source === null) {
      open();
    }
  }

  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', leave);
  look();
}
