import type { Service, Stated } from '@everycontact/core';

type Access = Service['access'];

const rules: readonly { readonly says: RegExp; readonly means: Partial<Access> }[] = [
  {
    says: /\bself[- ]?refer|\brefer yourself|\bno referral|\bcontact us (?:yourself|directly)|\b(?:sign up|call us|enrol) yourself|(?:^|; )self\b|\bselvhenvendelse|\bselv (?:henvende|kontakte)|\btilmeld dig selv|\buden henvisning|\bingen henvisning/i,
    means: { self: 'yes' },
  },
  {
    says: /\bprofessional(?:s)? (?:referral|can refer|may refer)|\breferr?(?:al|ed)[^.]{0,20} (?:by|from|through) (?:a |an |your )?(?:professional|gp|doctor|midwife|nurse|health)|\bgp referral|\b(?:gps?|doctor|midwife|midwives|nurse|visitors|professionals?)\b[^.]{0,40}\bcan (?:also )?refer|\bkan henvise|(?:^|; )(?:professional|referral)\b|\b(?:med|kræver) henvisning|\bhenvisning (?:fra|via)|\bhenvises (?:af|fra|via)/i,
    means: { professional: 'yes' },
  },
  {
    says: /\b(?:referral only|only (?:by|through|with) (?:a )?(?:professional )?referral|by (?:professional |gp )?referral only|must be referred|professional only)|\bkun (?:med|efter|via) henvisning|\bkræver henvisning/i,
    means: { self: 'no', professional: 'yes' },
  },
  {
    says: /\bby appointment|\bappointments? (?:is |are )?(?:needed|necessary|required|only)|\b(?:make|book|arrange) an? appointment|(?:^|; )appointment\b|\bbook (?:a place|ahead|in advance)|\btidsbestilling|\bbestil tid|\baftal tid/i,
    means: { appointment: 'yes' },
  },
  {
    says: /\bdrop[- ]?in|\bwalk[- ]?in|\bjust (?:come|turn up)|\båben(?:t)? (?:hus|rådgivning|dør)|\bmød (?:bare )?op/i,
    means: { 'drop-in': 'yes' },
  },
  {
    says: /\bno appointment|\bwithout (?:an )?appointment|\bno (?:need to|booking)|\b(?:uden|ingen) (?:tidsbestilling|tilmelding)/i,
    means: { 'drop-in': 'yes', appointment: 'no' },
  },
];

/** How to get in, from the feed's words on applying and its terms. Later rules win; what no rule speaks of stays unknown. */
export function accessOf(text: string): Access {
  const unknown: Record<keyof Access, Stated> = {
    self: 'unknown',
    professional: 'unknown',
    appointment: 'unknown',
    'drop-in': 'unknown',
  };
  return rules.reduce((access, { says, means }) => (says.test(text) ? { ...access, ...means } : access), unknown);
}
