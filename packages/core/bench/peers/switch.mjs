/** The contact as a programmer would write it by hand for this one script: the least that any engine could cost. */
export function switched() {
  let at = 'smokes';
  let smokes;
  let how;
  let outcome;
  for (const event of events) {
    switch (at) {
      case 'smokes':
        smokes = event;
        at = event === 'yes' ? 'advise' : 'closed';
        break;
      case 'advise':
        at = 'act';
        break;
      case 'act':
        if (event === 'told') how = event;
        else {
          at = 'close';
          outcome = how ?? 'advised';
        }
        break;
      case 'close':
        at = 'settled';
        break;
    }
  }
  return { at, smokes, outcome };
}

const events = ['yes', 'next', 'told', 'next', 'done'];
