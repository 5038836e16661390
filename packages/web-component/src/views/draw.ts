import type { View } from '@everycontact/core';
import type { TemplateResult } from 'lit';
import { agenda } from './agenda.js';
import { closed } from './closed.js';
import type { Face } from './face.js';
import { number } from './number.js';
import { permission } from './permission.js';
import { question } from './question.js';
import { ruler } from './ruler.js';
import { signposts } from './signposts.js';
import { statement } from './statement.js';
import { urgent } from './urgent.js';

type Drawn = { readonly [kind in View['kind']]: (view: View & { kind: kind }, face: Face) => TemplateResult };

/** The ten kinds of view. */
const kinds: Drawn = {
  agenda,
  permission,
  question,
  number,
  ruler,
  statement,
  signposts,
  notice: signposts,
  urgent,
  closed,
};

export const draw = (view: View, face: Face): TemplateResult =>
  (kinds[view.kind] as (view: View, face: Face) => TemplateResult)(view, face);
