/** The title of a web page that came in place of data: it tells an error from a log-in page. */
export const pageTitle = (page: string): string | undefined =>
  /<title[^<>]{0,200}>([^<]{0,200})/i.exec(page.slice(0, 20_000))?.[1]?.trim().replace(/\s+/g, ' ');
