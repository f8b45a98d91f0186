import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A metric's formula in the reader's language, brought when it is first looked at. */
export function FormulaText({ formula }: { formula: string }) {
  const { i18n } = useTranslation();
  const [known, setKnown] = useState<Readonly<Record<string, Record<string, string>>>>({});
  useEffect(() => {
    let wanted = true;
    void import('../i18n/formulas').then(({ formulas }) => wanted && setKnown(formulas));
    return () => { wanted = false; };
  }, []);
  return <code>{known[formula]?.[i18n.language] ?? formula}</code>;
}
