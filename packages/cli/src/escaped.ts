/** A text within HTML, also in an attribute. */
export const escaped = (written: string): string => written.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
