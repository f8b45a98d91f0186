/** Sentences about tables and columns by their English form, which the server gives. */
export type TableWords = Readonly<Record<string, string>>;

const loaders: Readonly<Record<string, () => Promise<TableWords>>> = {
  fr: async () => (await import('./tablesFr')).tablesFr,
  es: async () => (await import('./tablesEs')).tablesEs,
};

export async function tableWords(language: string): Promise<TableWords> {
  return (await loaders[language]?.()) ?? {};
}
