import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Recommendation } from '../../api/forecasts';
import { useFormat } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import { isKind, isMethod, said } from './sentences';
import styles from './Recommendations.module.css';

const stepNames = ['view_sessions', 'cart_sessions', 'checkout_sessions', 'purchase_sessions'] as const;
type Step = (typeof stepNames)[number];

interface Props {
  one: Recommendation;
  rank: number;
  /** Ends of the common scale of all effects. */
  most: number;
  least: number;
}

/** One thing to do: what, why, what it would bring and how sure that is, and the way to the figures. */
export function Action({ one, rank, most, least }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const step = (name: string) => ((stepNames as readonly string[]).includes(name) ? t(`home.funnelSteps.${name as Step}`) : name);
  const figures = said(one, format, (field, text) => (field ? words.value(field, text) : text), step);
  const { expected, low, high, method } = one.effect;
  const at = (value: number) => `${((value - least) / (most - least || 1)) * 100}%`;
  const told = { expected: format.moneyCompact(expected), low: format.moneyCompact(low), high: format.moneyCompact(high) };
  return (
    <li className={styles.action}>
      <span className={styles.rank} aria-hidden>{rank}</span>
      <div className={styles.words}>
        <h2>{isKind(one.code) ? t(`advice.kind.${one.code}.what`, { ...figures, defaultValue: '' }) : one.code}</h2>
        {isKind(one.code) && <p>{t(`advice.kind.${one.code}.why`, { ...figures, defaultValue: '' })}</p>}
        {isKind(one.code) && <p className={styles.how}>{t(`advice.kind.${one.code}.how`, { ...figures, defaultValue: '' })}</p>}
        <Link to={one.page}>{t('advice.look')}</Link>
      </div>
      <div className={styles.effect}>
        <strong>{told.expected}</strong>
        <span>{t('advice.interval', told)}</span>
        <svg width="100%" height="14" role="img" aria-label={t('advice.spoken', told)}>
          <line x1={at(0)} x2={at(0)} y1="0" y2="14" className={styles.zero} />
          <line x1={at(low)} x2={at(high)} y1="7" y2="7" className={styles.range} />
          <circle cx={at(expected)} cy="7" r="4" className={styles.point} />
        </svg>
        <small>{isMethod(method) ? t(`advice.method.${method}`) : method}</small>
      </div>
    </li>
  );
}
