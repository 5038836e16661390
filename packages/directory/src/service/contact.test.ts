import { describe, expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';
import { phoneNumber, webAddress } from './contact.js';

describe('webAddress', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['http://example.org', 'http://example.org/'],
    ['www.example.org/quit', 'https://www.example.org/quit'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['//example.org', 'https://example.org/'],
  ])('reads %s as %s', (written, url) => {
    expect(webAddress(written).url).toBe(url);
  });
  it.each([
    'javascript:alert(1)',
    'JavaScript://example.org/%0aalert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/hosts',
    'https://user:secret@example.org',
    'https://',
    'http//example.org',
    'see our page',
    'info@example.org',
    'https://example.org/a b',
    'https://exa"mple.org',
  ])('shows no link for %s', (written) => {
    expect(webAddress(written).url).toBeUndefined();
  });
});

describe('phoneNumber', () => {
  it.each([
    ['"+44 1632 960001"', '+44 1632 960001'],
    ['Tel: (01632) 960001 (office)', '(01632) 960001'],
    ['01632 960001 or 01632 960002', '01632 960001'],
    ['112', '112'],
    ['ask at the desk', undefined],
    ['12', undefined],
  ])('reads %s as %s', (written, number) => {
    expect(phoneNumber(written)).toBe(number);
  });
});

describe('contact details', () => {
  it('takes the phone of the service before that of a contact, a place or the organisation', () => {
    const phone = (number: string) => [{ number }];
    const organization = { name: 'Org', phones: phone('01632 960004') };
    const service_at_locations = [{ phones: phone('01632 960003') }];
    const contacts = [{ name: 'A. Person', email: 'a.person@example.org', phones: phone('01632 960002') }];
    const all = { phones: phone('01632 960001'), contacts, service_at_locations, organization };
    expect(oneService(all).service.phone).toBe('01632 960001');
    expect(oneService({ ...all, phones: [] }).service.phone).toBe('01632 960002');
    expect(oneService({ service_at_locations, organization }).service.phone).toBe('01632 960003');
    expect(oneService({ organization }).service.phone).toBe('01632 960004');
  });
  it('carries neither the name of a contact nor the address of an assurer', () => {
    const { service, report } = oneService({
      assurer_email: 'first.last@example.org',
      contacts: [{ name: 'Ann Persona', email: 'ann@example.org', phones: [{ number: '01632 960002' }] }],
    });
    expect(JSON.stringify(service)).not.toMatch(/first\.last|Ann|ann@/);
    expect(report.notCarried).toMatchObject({ assurer_email: 1, 'contacts.name': 1, 'contacts.email': 1 });
  });
  it('passes over a fax and counts further numbers', () => {
    const phones = [{ number: '01632 960009', type: 'fax' }, { number: '01632 960001' }, { number: '01632 960002' }];
    const { service, report } = oneService({ phones });
    expect(service.phone).toBe('01632 960001');
    expect(report.notCarried['phones.number (a further number)']).toBe(1);
  });
  it.each(['1,632961E+09', '1.63296e9', '1,632,960,001'])(
    'shows no number where a spreadsheet made %s of it',
    (number) => {
      const { service, codes } = oneService({ phones: [{ number }] });
      expect(service.phone).toBeUndefined();
      expect(codes).toEqual(['phone-rounded']);
    },
  );
  it('tells of a number that has lost its first zero, and not of one with its country or in groups', () => {
    const codesOf = (number: string) => oneService({ phones: [{ number }] }).codes;
    expect(codesOf('1632960001')).toEqual(['phone-zero']);
    expect(codesOf('1632960001.0')).toEqual(['phone-cleaned', 'phone-zero']);
    for (const number of ['01632960001', '+441632960001', '12345678', '123 456 789', '112'])
      expect(codesOf(number)).toEqual([]);
  });
  it('leaves out what is not one e-mail address', () => {
    expect(oneService({ email: 'mailto:quit@example.org' }).service.email).toBe('quit@example.org');
    const { service, codes } = oneService({ email: 'a@example.org; b@example.org' });
    expect(service.email).toBeUndefined();
    expect(codes).toEqual(['email-dropped']);
  });
  it('leaves out an e-mail address that would write to somebody else once it is a link', () => {
    for (const email of [
      'quit?bcc=spy%40example.net@example.org',
      'spy%40example.net?x=@example.org',
      'a#@example.org',
    ])
      expect(oneService({ email }).service.email).toBeUndefined();
    expect(oneService({ email: 'stop.smoking+west/1@example.org' }).service.email).toBe(
      'stop.smoking+west/1@example.org',
    );
  });
});
