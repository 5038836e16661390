/** A text within HTML, also in an attribute. */
export const escaped = (written: string): string => written.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/**
 * A page of its own, which asks for no icon.
 *
 * @param title as text; `head` and `body` are HTML
 */
export const htmlPage = (title: string, head: string, body: string, lang = 'en'): string => `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
${head}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

/** The ground of every page: a column in the colours and letters of whoever reads, and a heading that breaks evenly. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { max-width: 60em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 system-ui, sans-serif; }
h1, h2 { line-height: 1.2; text-wrap: balance; }
`;
