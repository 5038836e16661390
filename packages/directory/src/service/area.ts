import type { Area } from '@everycontact/core';
import type { Source } from '../source.js';

const code = /^[EWSN]\d{8}$/i;
const municipality = /^0\d{3}$/;
const outward = /^[A-Z]{1,2}\d[A-Z\d]?$/i;
/** Danish or, without its space, Swedish. */
const postal = /^[1-9]\d{3,4}$/;
const national =
  /^(?:national|nationwide|england|wales|scotland|northern ireland|great britain|uk|united kingdom|danmark|denmark|hele landet|landsdækkende|sverige|sweden|hela landet)$/i;

const codeIn = (text: string): string | undefined =>
  text.split(/[/#?=:\s]/).find((part) => code.test(part) || municipality.test(part));

type Read = { readonly kind: Area['kind']; readonly of: readonly string[] };

function areaOf(area: Source): Read {
  const uri = area.exact('uri');
  const extent = area.exact('extent');
  const name = area.line('name', 'service_area', 'description');
  for (const text of [uri, extent, name]) {
    const found = text === undefined ? undefined : codeIn(text);
    if (found !== undefined) return { kind: 'codes', of: [found.toUpperCase()] };
  }
  for (const text of [extent, name]) {
    const parts =
      text
        ?.replace(/\b(\d{3}) (\d{2})\b/g, '$1$2')
        .split(/[\s,;]+/)
        .filter(Boolean) ?? [];
    if (parts.length > 0 && parts.every((part) => outward.test(part) || postal.test(part))) {
      return { kind: 'prefixes', of: parts.map((part) => part.toUpperCase()) };
    }
  }
  const said = name ?? (/^[\s{[<]/.test(extent ?? '{') ? undefined : extent);
  if (said === undefined) return { kind: 'unknown', of: [] };
  return national.test(said) ? { kind: 'national', of: [] } : { kind: 'text', of: [said] };
}

/** Areas written as codes alone: one sort of code, or a whole country. */
export function areaOfCodes(codes: readonly string[]): Area | undefined {
  const all = codes.map((one) => one.replace(/\s/g, '').toUpperCase());
  if (all.length === 0) return undefined;
  if (codes.length === 1 && national.test(codes[0]?.trim() ?? '')) return { kind: 'national' };
  if (all.every((one) => code.test(one) || municipality.test(one))) return { kind: 'codes', codes: all };
  return all.every((one) => outward.test(one) || postal.test(one)) ? { kind: 'prefixes', codes: all } : undefined;
}

/**
 * Whom the service is for, by where they live: codes (GSS, Danish municipality) before postcode areas before prose.
 * Where one of several areas is only prose, all of it is: half a list of codes would turn away people it does not name.
 */
export function readArea(areas: readonly Source[]): Area {
  const read = areas.map(areaOf).filter(({ kind }) => kind !== 'unknown');
  const kinds = new Set(read.map(({ kind }) => kind));
  const all = [...new Set(read.flatMap(({ of }) => of))];
  if (kinds.has('national')) return { kind: 'national' };
  if (kinds.size === 0) return { kind: 'unknown' };
  if (kinds.size === 1 && kinds.has('codes')) return { kind: 'codes', codes: all };
  if (kinds.size === 1 && kinds.has('prefixes')) return { kind: 'prefixes', codes: all };
  return { kind: 'text', text: all.join('; ') };
}
