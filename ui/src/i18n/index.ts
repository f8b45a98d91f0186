import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { BoardsMessages } from './boardsEn';
import type { BehaviourMessages } from './behaviourEn';
import type { ConversionsMessages } from './conversionsEn';
import type { ConsoleMessages } from './consoleEn';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { LogsMessages } from './logsEn';
import type { NamesMessages } from './namesEn';
import type { PathsMessages } from './pathsEn';
import type { PrivacyMessages } from './privacyEn';
import type { ExperimentsMessages } from './experimentsEn';
import type { AboutMessages } from './aboutEn';
import type { AdviceMessages } from './adviceEn';
import type { ForecastMessages } from './forecastEn';
import type { FraudMessages } from './fraudEn';
import type { MethodsMessages } from './methodsEn';
import type { TrafficMessages } from './trafficEn';
import type { ProductsMessages } from './productsEn';
import type { PeopleMessages } from './peopleEn';
import type { SegmentsMessages } from './segmentsEn';
import type { SecurityMessages } from './securityEn';

export const languages = { en: 'English', fr: 'Français', es: 'Español' } as const;
export type Language = keyof typeof languages;

/** Each language is a chunk of its own; a test holds their keys together, so that none needs another to fall back to. */
const loaders: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en')).en,
  fr: async () => (await import('./fr')).fr,
  es: async () => (await import('./es')).es,
};

/** Texts that come with their page, so that the first page does not carry them. */
const parts = {
  boards: {
    en: async () => (await import('./boardsEn')).boardsEn,
    fr: async () => (await import('./boardsFr')).boardsFr,
    es: async () => (await import('./boardsEs')).boardsEs,
  } satisfies Record<Language, () => Promise<BoardsMessages>>,
  about: {
    en: async () => (await import('./aboutEn')).aboutEn,
    fr: async () => (await import('./aboutFr')).aboutFr,
    es: async () => (await import('./aboutEs')).aboutEs,
  } satisfies Record<Language, () => Promise<AboutMessages>>,
  advice: {
    en: async () => (await import('./adviceEn')).adviceEn,
    fr: async () => (await import('./adviceFr')).adviceFr,
    es: async () => (await import('./adviceEs')).adviceEs,
  } satisfies Record<Language, () => Promise<AdviceMessages>>,
  console: {
    en: async () => (await import('./consoleEn')).consoleEn,
    fr: async () => (await import('./consoleFr')).consoleFr,
    es: async () => (await import('./consoleEs')).consoleEs,
  } satisfies Record<Language, () => Promise<ConsoleMessages>>,
  data: {
    en: async () => (await import('./dataEn')).dataEn,
    fr: async () => (await import('./dataFr')).dataFr,
    es: async () => (await import('./dataEs')).dataEs,
  } satisfies Record<Language, () => Promise<DataMessages>>,
  behaviour: {
    en: async () => (await import('./behaviourEn')).behaviourEn,
    fr: async () => (await import('./behaviourFr')).behaviourFr,
    es: async () => (await import('./behaviourEs')).behaviourEs,
  } satisfies Record<Language, () => Promise<BehaviourMessages>>,
  conversions: {
    en: async () => (await import('./conversionsEn')).conversionsEn,
    fr: async () => (await import('./conversionsFr')).conversionsFr,
    es: async () => (await import('./conversionsEs')).conversionsEs,
  } satisfies Record<Language, () => Promise<ConversionsMessages>>,
  logs: {
    en: async () => (await import('./logsEn')).logsEn,
    fr: async () => (await import('./logsFr')).logsFr,
    es: async () => (await import('./logsEs')).logsEs,
  } satisfies Record<Language, () => Promise<LogsMessages>>,
  privacy: {
    en: async () => (await import('./privacyEn')).privacyEn,
    fr: async () => (await import('./privacyFr')).privacyFr,
    es: async () => (await import('./privacyEs')).privacyEs,
  } satisfies Record<Language, () => Promise<PrivacyMessages>>,
  forecast: {
    en: async () => (await import('./forecastEn')).forecastEn,
    fr: async () => (await import('./forecastFr')).forecastFr,
    es: async () => (await import('./forecastEs')).forecastEs,
  } satisfies Record<Language, () => Promise<ForecastMessages>>,
  fraud: {
    en: async () => (await import('./fraudEn')).fraudEn,
    fr: async () => (await import('./fraudFr')).fraudFr,
    es: async () => (await import('./fraudEs')).fraudEs,
  } satisfies Record<Language, () => Promise<FraudMessages>>,
  methods: {
    en: async () => (await import('./methodsEn')).methodsEn,
    fr: async () => (await import('./methodsFr')).methodsFr,
    es: async () => (await import('./methodsEs')).methodsEs,
  } satisfies Record<Language, () => Promise<MethodsMessages>>,
  traffic: {
    en: async () => (await import('./trafficEn')).trafficEn,
    fr: async () => (await import('./trafficFr')).trafficFr,
    es: async () => (await import('./trafficEs')).trafficEs,
  } satisfies Record<Language, () => Promise<TrafficMessages>>,
  names: {
    en: async () => (await import('./namesEn')).namesEn,
    fr: async () => (await import('./namesFr')).namesFr,
    es: async () => (await import('./namesEs')).namesEs,
  } satisfies Record<Language, () => Promise<NamesMessages>>,
  paths: {
    en: async () => (await import('./pathsEn')).pathsEn,
    fr: async () => (await import('./pathsFr')).pathsFr,
    es: async () => (await import('./pathsEs')).pathsEs,
  } satisfies Record<Language, () => Promise<PathsMessages>>,
  products: {
    en: async () => (await import('./productsEn')).productsEn,
    fr: async () => (await import('./productsFr')).productsFr,
    es: async () => (await import('./productsEs')).productsEs,
  } satisfies Record<Language, () => Promise<ProductsMessages>>,
  experiments: {
    en: async () => (await import('./experimentsEn')).experimentsEn,
    fr: async () => (await import('./experimentsFr')).experimentsFr,
    es: async () => (await import('./experimentsEs')).experimentsEs,
  } satisfies Record<Language, () => Promise<ExperimentsMessages>>,
  people: {
    en: async () => (await import('./peopleEn')).peopleEn,
    fr: async () => (await import('./peopleFr')).peopleFr,
    es: async () => (await import('./peopleEs')).peopleEs,
  } satisfies Record<Language, () => Promise<PeopleMessages>>,
  security: {
    en: async () => (await import('./securityEn')).securityEn,
    fr: async () => (await import('./securityFr')).securityFr,
    es: async () => (await import('./securityEs')).securityEs,
  } satisfies Record<Language, () => Promise<SecurityMessages>>,
  segments: {
    en: async () => (await import('./segmentsEn')).segmentsEn,
    fr: async () => (await import('./segmentsFr')).segmentsFr,
    es: async () => (await import('./segmentsEs')).segmentsEs,
  } satisfies Record<Language, () => Promise<SegmentsMessages>>,
};
type Part = keyof typeof parts;
const inUse = new Set<Part>();

const STORED = 'vitrine-language';

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in languages;
}

/** The reader's own choice, or null while there is none. */
export function chosenLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(STORED);
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
}

export async function start(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await switchTo(language);
}

/** Switches texts and the document's language together; figures, dates and calendars follow the texts' language. */
export async function switchTo(language: Language): Promise<void> {
  keep(language, await loaders[language]());
  await Promise.all([...inUse].map((part) => add(part, language)));
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** Brings a page's texts in the present language, and from now on in each that is switched to. */
export async function loadPart(part: Part): Promise<void> {
  inUse.add(part);
  if (isLanguage(i18next.language)) await add(part, i18next.language);
}

async function add(part: Part, language: Language): Promise<void> {
  keep(language, { [part]: await parts[part][language]() });
}

/** A sign that stands behind a space never begins a line. */
function keep(language: Language, texts: object): void {
  const bind = (_: string, text: unknown) => (typeof text === 'string' ? text.replace(/ (?=[%;:?!»€])|(?<=«) /g, '\u00a0') : text);
  i18next.addResourceBundle(language, 'translation', JSON.parse(JSON.stringify(texts), bind), true, true);
}

export async function choose(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // The choice then lasts as long as the page.
  }
  await switchTo(language);
}

/** Intl locale of a language: English figures are written the British way, with the day before the month. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
