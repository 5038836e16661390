import type { Service, Stated } from '@everycontact/core';

type Access = Service['access'];

const rules: readonly { readonly says: RegExp; readonly means: Partial<Access> }[] = [
  {
    says: /\bself[- ]?refer|\brefer yourself|\bno referral|\bcontact us (?:yourself|directly)|\b(?:sign up|call us|enrol) yourself|(?:^|; )self\b|\bselvhenvendelse|\bselv (?:henvende|kontakte)|\btilmeld dig selv|\b(?:uden|ingen) henvisning|\begenremiss|\b(?:utan|ingen) remiss|\bkontakta oss (?:själv|direkt)|\banmäl dig själv/i,
    means: { self: 'yes' },
  },
  {
    says: /\bprofessional(?:s)? (?:referral|can refer|may refer)|\breferr?(?:al|ed)[^.]{0,20} (?:by|from|through) (?:a |an |your )?(?:professional|gp|doctor|midwife|nurse|health)|\bgp referral|\b(?:gps?|doctor|midwife|midwives|nurse|visitors|professionals?)\b[^.]{0,40}\bcan (?:also )?refer|\bkan henvise|(?:^|; )(?:professional|referral)\b|\b(?:med|kræver) henvisning|(?<!uden |ingen )\bhenvisning (?:fra|via)|\bhenvises (?:af|fra|via)|\b(?:med|kräver) remiss|(?<!utan |ingen )\bremiss (?:från|av|via)|\bkan remittera/i,
    means: { professional: 'yes' },
  },
  {
    says: /\b(?:referral only|only (?:by|through|with) (?:a )?(?:professional )?referral|by (?:professional |gp )?referral only|must be referred|professional only)|\bkun (?:med|efter|via) henvisning|\bkræver henvisning|\b(?:endast|bara) (?:med|efter|via) remiss|\bkräver remiss/i,
    means: { self: 'no', professional: 'yes' },
  },
  {
    says: /\b(?:cannot|can['’]t|can not|not possible to|no|unable to (?:accept|take)|(?:do not|don['’]t) (?:currently )?(?:accept|take|offer)) (?:any )?(?:self[- ]?refer|refer yourself)|\bself[- ]?referrals? (?:is|are) not\b|\b(?:ingen|ikke) selvhenvendelse|\b(?:ingen|ej|inte emot) egenremiss|\begenremiss (?:tas|accepteras|är) (?:inte|ej)\b/i,
    means: { self: 'no' },
  },
  {
    says: /\bby appointment|\bappointments? (?:is |are )?(?:needed|necessary|required|only)|\b(?:make|book|arrange) an? appointment|(?:^|; )appointment\b|\bbook (?:a place|ahead|in advance)|\btidsbestilling|\bbestil tid|\baftal tid|\btidsbokning|\bboka (?:en )?tid/i,
    means: { appointment: 'yes' },
  },
  {
    says: /\bdrop[- ]?in|\bwalk[- ]?in|\bjust (?:come|turn up)|(?<!\p{L})(?:åbent? (?:hus|rådgivning|dør)|öppe[tn] (?:hus|mottagning|dörr))|\bmød (?:bare )?op|\bkom som du är/iu,
    means: { 'drop-in': 'yes' },
  },
  {
    says: /\bno appointment|\bwithout (?:an )?appointment|\bno (?:need to|booking)|\b(?:uden|ingen) (?:tidsbestilling|tilmelding)|\b(?:utan|ingen) (?:tidsbokning|(?:för)?anmälan)/i,
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
