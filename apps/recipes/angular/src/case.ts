import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { england } from '@everycontact/content/england';
import type { AdviceOutcomeDetail } from '@everycontact/web-component';

@Component({
  selector: 'app-case',
  // Without this Angular takes the tag for a component of its own that it cannot find.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './case.html',
})
export class Case {
  readonly pack = england;
  readonly context = { 'context.age': 41 };
  readonly open = signal(true);
  readonly outcome = signal<string>('none yet');

  heard({ detail }: { readonly detail: AdviceOutcomeDetail }): void {
    this.outcome.set(detail.record.outcome ?? 'not settled');
  }
}
