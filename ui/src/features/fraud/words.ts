import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FraudIndicator } from '../../api/fraud';
import { useFormat } from '../../components/Shop';
import { fraudEn } from '../../i18n/fraudEn';
import type { Format } from '../../lib/format';

type Name = keyof typeof fraudEn.indicator;
type Measured = keyof typeof fraudEn.unit;
type Figure = keyof typeof fraudEn.model;
type Link = keyof typeof fraudEn.link;

/** Indicators whose value is money. */
const MONEY: readonly string[] = ['high_amount', 'unusual_amount', 'new_account'];

export const isIndicator = (name: string): name is Name => name in fraudEn.indicator;
export const isMeasured = (name: string): name is Measured => name in fraudEn.unit;

/** The values of an indicator as they are read. */
export function valuesOf(indicator: FraudIndicator, format: Pick<Format, 'exact' | 'money'>, link: (name: Link) => string, figure: (name: Figure) => string): Record<string, string> {
  const said: Record<string, string> = {};
  const given = Object.entries(indicator.values as Record<string, unknown>);
  for (const [name, value] of given) {
    if (typeof value === 'number') said[name] = MONEY.includes(indicator.name) && (name === 'value' || name === 'usual' || (name === 'bound' && indicator.name === 'high_amount')) ? format.money(value) : format.exact(value, value < 10 ? 1 : 0);
    else if (name === 'link' && String(value) in fraudEn.link) said[name] = link(String(value) as Link);
    else said[name] = String(value);
  }
  if (indicator.name === 'anomaly') {
    const figures = given.filter((entry): entry is [Figure, number] => entry[0] in fraudEn.model && typeof entry[1] === 'number');
    said.parts = figures.sort((one, other) => other[1] - one[1]).map(([name]) => figure(name)).join(', ');
  }
  return said;
}

/** Names and reasons of indicators in the reader's language. */
export function useIndicatorWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => ({
    name: (name: string) => (isIndicator(name) ? t(`fraud.indicator.${name}`) : name),
    unit: (name: string) => (isMeasured(name) ? t(`fraud.unit.${name}`) : ''),
    why: (indicator: FraudIndicator) => (isIndicator(indicator.name)
      ? t(`fraud.why.${indicator.name}`, { ...valuesOf(indicator, format, (link) => t(`fraud.link.${link}`), (figure) => t(`fraud.model.${figure}`)), defaultValue: '' })
      : indicator.why),
  }), [t, format]);
}
