/** The member of a scenario that holds its name in a language. */
export function nameMember(language: string): 'name_en' | 'name_fr' | 'name_es' {
  if (language === 'fr') return 'name_fr';
  return language === 'es' ? 'name_es' : 'name_en';
}

/** A share as people type it; null while nothing is typed. */
export const percent = (share: number | null | undefined) => (share === null || share === undefined ? null : Math.round(share * 1e7) / 1e5);
