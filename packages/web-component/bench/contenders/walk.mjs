import { journey } from 'journey';

/** The journey as a pure function, for whoever only draws: what is on the screen after these answers. */
export function screenAfter(answers) {
  const { questions, atLeast, offer, close, signposts, services } = journey;
  const question = questions[answers.length];
  if (question) return { title: question.text, options: question.options };
  const points = questions.reduce((sum, { options }, i) => sum + options.find((o) => o.value === answers[i]).points, 0);
  if (points < atLeast) return { title: close };
  const said = answers[questions.length];
  if (said === undefined) {
    const options = [
      { value: 'yes', text: offer.yes },
      { value: 'no', text: offer.no },
    ];
    return { title: offer.text, options };
  }
  return said === 'yes' ? { title: signposts, services } : { title: close };
}
