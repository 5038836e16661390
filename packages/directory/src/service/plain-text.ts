import { Parser } from 'htmlparser2';

const blocks = new Set(
  'address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const silent = new Set(['script', 'style', 'head', 'template', 'noscript', 'iframe', 'object', 'svg', 'math']);
const looksLikeHtml = /<[a-z!/]|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/i;
const escapedTag = /<\/?(?:p|br|div|span|strong|b|em|i|ul|ol|li|a|h[1-6])\b[^<>]{0,300}>/i;
// Control characters, and the marks that turn the direction of the text around them; those that join letters stay.
export const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function withoutTags(html: string): string {
  let text = '';
  let hidden = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (silent.has(name)) hidden += 1;
        else if (blocks.has(name)) text += name === 'li' ? '\n• ' : '\n';
      },
      ontext(data) {
        if (hidden === 0) text += data;
      },
      onclosetag(name) {
        if (silent.has(name)) hidden -= 1;
        else if (blocks.has(name)) text += '\n';
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return text;
}

const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '•')
    .join('\n');

/**
 * Feed text as plain text: tags and entities gone, a line for each block, single spaces. What is left is text and only
 * text: `<` in it is a character, and whoever shows it must not read it as HTML. HTML that was escaped twice is unwrapped once more.
 */
export function plainText(written: string): { readonly text: string; readonly wasHtml: boolean } {
  if (!looksLikeHtml.test(written)) return { text: tidy(written), wasHtml: false };
  const once = withoutTags(written);
  const text = tidy(escapedTag.test(once) ? withoutTags(once) : once);
  return { text, wasHtml: text !== tidy(written) };
}

const abbreviation =
  /(?:^|\s|\()(?:dr|mr|mrs|ms|st|no|tel|e\.g|i\.e|etc|approx|kl|ca|nr|bl\.a|f\.eks|t\.ex|m\.fl|m\.m|evt|tlf|dvs|inkl|ml)\.$/i;
const longestSummary = 200;

/** The first sentence, or the first line if that ends sooner; at most 200 characters, cut between words with an ellipsis. */
export function firstSentence(text: string): string {
  const [line = ''] = text.split('\n', 1);
  for (const { index } of line.slice(0, longestSummary + 1).matchAll(/[.!?…](?=\s|$)/g)) {
    const sentence = line.slice(0, index + 1);
    if (!abbreviation.test(sentence.slice(-12))) return sentence;
  }
  if (line.length <= longestSummary) return line;
  const cut = line.slice(0, longestSummary - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100)).trimEnd()}…`;
}
