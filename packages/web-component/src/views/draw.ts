import type { View } from '@everycontact/core';
import type { TemplateResult } from 'lit';
import { agenda } from './agenda.js';
import { closed } from './closed.js';
import type { Face } from './face.js';
import { notice } from './notice.js';
import { number } from './number.js';
import { permission } from './permission.js';
import { question } from './question.js';
import { ruler } from './ruler.js';
import { signposts } from './signposts.js';
import { statement } from './statement.js';
import { urgent } from './urgent.js';

/** The ten kinds of view. */
export function draw(view: View, face: Face): TemplateResult {
  switch (view.kind) {
    case 'agenda':
      return agenda(view, face);
    case 'permission':
      return permission(view, face);
    case 'question':
      return question(view, face);
    case 'number':
      return number(view, face);
    case 'ruler':
      return ruler(view, face);
    case 'statement':
      return statement(view, face);
    case 'signposts':
      return signposts(view, face);
    case 'notice':
      return notice(view, face);
    case 'urgent':
      return urgent(view, face);
    case 'closed':
      return closed(view, face);
  }
}
