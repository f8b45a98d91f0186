import i18next from 'i18next';
import dayjs from 'dayjs';
import { initReactI18next } from 'react-i18next';
import { en, type Messages } from './en';

export const languages = { en: 'English', fr: 'Français', es: 'Español' } as const;
export type Language = keyof typeof languages;

/** Other languages than English come as chunks of their own. */
const loaders: Record<Language, () => Promise<Messages>> = {
  en: () => Promise.resolve(en),
  fr: async () => (await import('./fr')).fr,
  es: async () => (await import('./es')).es,
};

const dateLocales: Record<Language, () => Promise<unknown>> = {
  en: () => Promise.resolve(),
  fr: () => import('dayjs/locale/fr'),
  es: () => import('dayjs/locale/es'),
};

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
    resources: { en: { translation: en } },
    lng: 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await switchTo(language);
}

/** Switches texts, dates and the document's language together. */
export async function switchTo(language: Language): Promise<void> {
  const [messages] = await Promise.all([loaders[language](), dateLocales[language]()]);
  i18next.addResourceBundle(language, 'translation', messages, true, true);
  dayjs.locale(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
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
