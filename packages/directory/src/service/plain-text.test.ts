import { describe, expect, it } from 'vitest';
import { firstSentence, plainText } from './plain-text.js';

const text = (html: string): string => plainText(html).text;

describe('plainText', () => {
  it('takes tags and entities out and gives each block a line', () => {
    expect(text('<p>Tea &amp; talk.</p><ul><li>Tuesdays</li><li>Fridays</li></ul>')).toBe(
      'Tea & talk.\n• Tuesdays\n• Fridays',
    );
  });
  it('drops what scripts and styles hold', () => {
    expect(text('Hello<script>alert(1)</script><style>p{}</style>')).toBe('Hello');
  });
  it('keeps markup that was escaped once as text, and unwraps a description that was escaped whole', () => {
    expect(text('Use &lt;script&gt; with care')).toBe('Use <script> with care');
    expect(text('&lt;p&gt;Walks for all.&lt;/p&gt;')).toBe('Walks for all.');
  });
  it('leaves plain text alone, an ampersand and a less-than sign included', () => {
    expect(plainText('R&D, 5 < 6')).toEqual({ text: 'R&D, 5 < 6', wasHtml: false });
  });
  it('removes marks that would turn the direction of the text around it', () => {
    expect(text('safe\u202Egnp.exe\u0000')).toBe('safegnp.exe');
  });
  it('survives tags nested ten thousand deep', () => {
    expect(text(`${'<div>'.repeat(10_000)}deep`)).toBe('deep');
  });
});

describe('firstSentence', () => {
  it('ends at the first full stop that is not an abbreviation', () => {
    expect(firstSentence('Ask Dr. Holm, e.g. by phone. Then come.')).toBe('Ask Dr. Holm, e.g. by phone.');
  });
  it('ends at the line', () => {
    expect(firstSentence('Open to all\nCome along.')).toBe('Open to all');
  });
  it('cuts between words where a sentence is too long', () => {
    const cut = firstSentence('word '.repeat(100));
    expect(cut.length).toBeLessThanOrEqual(200);
    expect(cut.endsWith('word…')).toBe(true);
  });
});
