/** How the sheet looks, on paper and on the screen: black on white, one column, nothing that needs colour. */
export const sheetStyle = `
@page { margin: 15mm; }
:root { background: #fff; }
.sheet { box-sizing: border-box; max-inline-size: 46em; margin: 0 auto; color: #000; background: #fff;
  font: 400 var(--size, 12pt) / 1.4 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; overflow-wrap: anywhere; }
.sheet.large { --size: 18pt; }
.sheet * { box-sizing: border-box; margin: 0; padding: 0; }
.head { padding-block-end: 0.6em; margin-block-end: 1em; border-block-end: 2px solid #000; }
.head:empty { display: none; }
h1 { font-size: 1.7em; line-height: 1.2; }
h2 { font-size: 1em; font-weight: 600; margin-block: 1.1em 0.2em; }
h3, .name { font-size: 1.15em; font-weight: 600; line-height: 1.3; }
ul { list-style: none; }
.small, li { font-size: 0.9em; }
.way { font-weight: 600; }
.banner { padding: 0.5em 0.75em; margin-block-end: 1em; border: 2px solid #000; font-weight: 600; }
.entry { display: flex; justify-content: space-between; gap: 1em; padding-block: 0.7em;
  border-block-start: 1px solid #767676; break-inside: avoid; }
.code { flex: none; inline-size: 30mm; block-size: 30mm; }
.emergency { margin-block-start: 1.2em; padding-block-start: 0.7em; border-block-start: 2px solid #000; font-weight: 600; }
bdi, [lang] { unicode-bidi: isolate; }
`;
