import { journey } from 'journey';
import { start } from './start.mjs';

// By hand: the DOM, and nothing between it and the journey.

const { questions, atLeast, offer, close, signposts, services } = journey;

function element(tag, properties = {}, children = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

start((place) => {
  const section = element('section');
  place.append(section);
  let points = 0;

  const show = (title, ...rest) => {
    const heading = element('h2', { textContent: title, tabIndex: -1 });
    section.replaceChildren(heading, ...rest);
    return heading;
  };
  const ask = (title, options) => {
    const name = `q${Math.random()}`;
    const legend = element('legend');
    const labels = options.map(({ text, choose }) => {
      const radio = element('input', { type: 'radio', name });
      radio.addEventListener('change', () => choose().focus({ preventScroll: true }));
      return element('label', {}, [radio, ` ${text}`]);
    });
    const heading = show(title);
    legend.append(heading);
    section.replaceChildren(element('fieldset', {}, [legend, ...labels]));
    return heading;
  };
  const question = (index) => {
    const { text, options } = questions[index];
    return ask(
      text,
      options.map((option) => ({
        text: option.text,
        choose: () => {
          points += option.points;
          if (index + 1 < questions.length) return question(index + 1);
          return points >= atLeast ? offered() : show(close);
        },
      })),
    );
  };
  const offered = () =>
    ask(offer.text, [
      { text: offer.yes, choose: list },
      { text: offer.no, choose: () => show(close) },
    ]);
  const list = () =>
    show(
      signposts,
      element(
        'ul',
        {},
        services.map(({ name, organization, phone, why }) =>
          element('li', {}, [
            element('h3', { textContent: name }),
            element('p', { textContent: `${organization} · ${why}` }),
            element('a', { href: `tel:${phone.replace(/ /g, '')}`, textContent: phone }),
          ]),
        ),
      ),
    );

  question(0);
  return () => section.remove();
});
