// Elements are made, never parsed: what the server tells is only ever text.

/** Attributes beginning with "on" are listeners; children are nodes, texts, or nothing. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function shape(name, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false && child !== ''));
  return made;
}

/** What stands between backticks is code. */
export function prose(text) {
  return text.split('`').map((part, at) => (at % 2 === 1 ? element('code', {}, part) : part));
}

/** Changes a text only if it is another, so that a screen reader is not told the same twice. */
export function say(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

/** Left and right, or up and down, go from one element to the next; Home and End to the ends. */
export function arrows(event, elements, { back, forward }) {
  const at = elements.indexOf(document.activeElement);
  const to = { [back]: at - 1, [forward]: at + 1, Home: 0, End: elements.length - 1 }[event.key];
  if (at >= 0 && to !== undefined && elements[to]) {
    event.preventDefault();
    elements[to].focus();
  }
}
