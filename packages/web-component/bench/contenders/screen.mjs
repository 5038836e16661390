/**
 * A screen of the journey in whatever makes elements by `h(tag, properties, ...children)`.
 *
 * @param changed how the library calls the event of a radio that was chosen
 */
export function drawnBy(h, changed) {
  return function screen({ title, options, services }, answer, heading) {
    const top = h('h2', { tabIndex: -1, ref: heading }, title);
    if (options) {
      const labels = options.map(({ value, text }) =>
        h(
          'label',
          { key: title + value },
          h('input', { type: 'radio', name: 'q', [changed]: () => answer(value) }),
          ` ${text}`,
        ),
      );
      return h('fieldset', { key: title }, h('legend', null, top), labels);
    }
    const list = services?.map(({ name, organization, phone, why }) =>
      h(
        'li',
        { key: name },
        h('h3', null, name),
        h('p', null, `${organization} · ${why}`),
        h('a', { href: `tel:${phone.replace(/ /g, '')}` }, phone),
      ),
    );
    return h('section', null, top, list && h('ul', null, list));
  };
}
