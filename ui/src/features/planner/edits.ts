/** The member of a scenario that holds its name in a language. */
export function nameMember(language: string): 'name_en' | 'name_fr' | 'name_es' {
  if (language === 'fr') return 'name_fr';
  return language === 'es' ? 'name_es' : 'name_en';
}
