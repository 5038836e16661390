/** The columns of our own CSV in the order of the template, by language: what heads them, and what else is understood. */
export const columnNames = [
  { column: 'id', en: 'id', 'da-DK': 'id', sv: 'id' },
  {
    column: 'name',
    en: 'name',
    'da-DK': 'navn',
    sv: 'namn',
    also: ['title', 'service_name'],
  },
  {
    column: 'organization',
    en: 'organization',
    'da-DK': 'organisation',
    sv: 'organisation',
    also: ['organisation_name', 'organization_name', 'provider', 'organiser', 'run_by', 'udbyder', 'arrangör'],
  },
  { column: 'summary', en: 'summary', 'da-DK': 'kort_beskrivelse', sv: 'kort_beskrivning' },
  {
    column: 'topics',
    en: 'topics',
    'da-DK': 'emner',
    sv: 'ämnen',
    also: ['topic', 'category', 'categories', 'emne', 'kategori', 'ämne'],
  },
  {
    column: 'phone',
    en: 'phone',
    'da-DK': 'telefon',
    sv: 'telefon',
    also: ['telephone', 'tel', 'phone_number', 'telephone_number', 'telefonnummer'],
  },
  { column: 'email', en: 'email', 'da-DK': 'e_mail', sv: 'e_post', also: ['email_address', 'mail', 'e_postadress'] },
  {
    column: 'url',
    en: 'url',
    'da-DK': 'hjemmeside',
    sv: 'webbplats',
    also: ['website', 'web', 'web_address', 'webside', 'hemsida'],
  },
  { column: 'address', en: 'address', 'da-DK': 'adresse', sv: 'adress' },
  {
    column: 'postcode',
    en: 'postcode',
    'da-DK': 'postnummer',
    sv: 'postnummer',
    also: ['post_code', 'postal_code'],
  },
  { column: 'latitude', en: 'latitude', 'da-DK': 'breddegrad', sv: 'latitud', also: ['lat'] },
  { column: 'longitude', en: 'longitude', 'da-DK': 'længdegrad', sv: 'longitud', also: ['lng', 'lon', 'long'] },
  { column: 'step_free', en: 'step_free', 'da-DK': 'trinfri', sv: 'utan_trappsteg' },
  { column: 'minimum_age', en: 'minimum_age', 'da-DK': 'alder_fra', sv: 'ålder_från', also: ['min_age', 'age_from'] },
  { column: 'maximum_age', en: 'maximum_age', 'da-DK': 'alder_til', sv: 'ålder_till', also: ['max_age', 'age_to'] },
  { column: 'area_codes', en: 'area_codes', 'da-DK': 'område', sv: 'område' },
  { column: 'languages', en: 'languages', 'da-DK': 'sprog', sv: 'språk', also: ['languages_spoken'] },
  { column: 'interpreter', en: 'interpreter', 'da-DK': 'tolk', sv: 'tolk' },
  { column: 'cost', en: 'cost', 'da-DK': 'pris', sv: 'pris', also: ['price', 'avgift'] },
  { column: 'access', en: 'access', 'da-DK': 'adgang', sv: 'tillgång' },
  {
    column: 'application_process',
    en: 'how_to',
    'da-DK': 'sådan_gør_du',
    sv: 'så_här_gör_du',
    also: ['how_to_refer', 'how_to_access'],
  },
  { column: 'hours', en: 'hours', 'da-DK': 'åbningstider', sv: 'öppettider', also: ['opening_hours', 'opening_times'] },
  { column: 'delivery', en: 'delivery', 'da-DK': 'form', sv: 'form' },
  {
    column: 'who',
    en: 'who',
    'da-DK': 'for_hvem',
    sv: 'för_vem',
    also: ['who_for', 'who_is_it_for', 'målgruppe', 'målgrupp'],
  },
  { column: 'alert', en: 'alert', 'da-DK': 'besked', sv: 'meddelande' },
  { column: 'responsible', en: 'responsible', 'da-DK': 'ansvarlig', sv: 'ansvarig' },
  {
    column: 'assured_date',
    en: 'assured_date',
    'da-DK': 'kontrolleret',
    sv: 'kontrollerad',
    also: ['last_checked', 'date_checked', 'sidst_kontrolleret', 'senast_kontrollerad'],
  },
  { column: 'status', en: 'status', 'da-DK': 'status', sv: 'status', also: ['state'] },
] as const;

/** Columns that are read and not in the template, by what may head them. */
export const furtherNames = {
  ages: ['age', 'age_range', 'age_group', 'age_groups', 'alder', 'aldersgruppe', 'ålder', 'åldersgrupp'],
  description: ['what_it_does', 'about', 'details', 'beskrivelse', 'beskrivning'],
  last_modified: ['last_updated', 'sidst_opdateret', 'senast_uppdaterad'],
  town: ['city', 'by', 'ort', 'postort'],
} as const;

/** Languages there is a template in. */
export const templateLanguages = ['en', 'da-DK', 'sv'] as const;
export type TemplateLanguage = (typeof templateLanguages)[number];
