/**
 * How the sheet looks, on paper and on the screen: black on white, one column, nothing that needs colour. In large type it is
 * one page as well: what stands below each other in small type stands beside each other, and around the code.
 */
export const sheetStyle = `
@page { margin: 9mm 12mm; }
:root { background: #fff; }
body { margin: 0; }
.sheet { max-inline-size: 46em; margin-inline: auto; color: #000; background: #fff;
  font: 400 var(--size, 12pt) / 1.3 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; overflow-wrap: anywhere; }
.sheet.large { --size: 16pt; --small: 1em; }
:where(.sheet, .sheet *) { box-sizing: border-box; margin: 0; padding: 0; }
.head { padding-block-end: 0.5em; border-block-end: 2px solid #000; }
.head:empty { display: none; }
.title { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1em; margin-block-start: 0.6em; }
h1 { font-size: 1.5em; line-height: 1.2; }
h2 { font-size: 1em; font-weight: 600; margin-block: 0.5em 0.2em; }
h3, .name { font-size: 1.15em; font-weight: 600; }
ul { list-style: none; }
.small, li { font-size: var(--small, 0.9em); }
.phone { font-weight: 600; }
.banner { padding: 0.4em 0.6em; margin-block-start: 0.6em; border: 2px solid #000; font-weight: 600; }
.entry { display: flex; flex-direction: row-reverse; gap: 1em; padding-block: 0.4em;
  border-block-start: 1px solid #767676; break-inside: avoid; }
.entry > div { flex: auto; }
.code { flex: none; inline-size: 28mm; block-size: 28mm; }
.emergency { margin-block-start: 0.6em; padding-block-start: 0.6em; border-block-start: 2px solid #000; font-weight: 600; }
bdi, [lang] { unicode-bidi: isolate; }
.large { line-height: 1.2; }
.large .banner { font-size: 0.75em; }
.large :is(.head p, li, h3) { display: inline; }
.large :is(.head p + p, li + li)::before { content: ' · '; }
.large h3 { margin-inline-end: 0.75em; }
.large .phone, .head bdi { display: inline-block; }
.large .entry { display: flow-root; }
.large .code { float: inline-end; inline-size: 25mm; block-size: 25mm; margin-inline-start: 0.5em; }
`;
