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
${body}
</body>
</html>
`;
