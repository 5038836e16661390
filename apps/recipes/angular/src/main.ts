import '@everycontact/web-component/define';
import { bootstrapApplication } from '@angular/platform-browser';
import { Case } from './case';

await bootstrapApplication(Case);
