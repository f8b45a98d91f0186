import { IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRecommendations } from '../../api/forecasts';
import cards from '../../components/Card.module.css';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat, useShop } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { ViewControls } from '../../components/ViewControls';
import { Action } from './Action';
import styles from './Recommendations.module.css';

const HEIGHT = 320;

/** What could be done, the surest effect first. */
export function RecommendationsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { site } = useShop();
  const words = useWords();
  const { days, count, filters } = useView();
  const query = useRecommendations(days.from, days.to, filters);
  const found = query.error ? [] : (query.data?.recommendations ?? []);
  const first = found[0];
  const most = Math.max(0, ...found.map(({ effect }) => effect.high));
  const least = Math.min(0, ...found.map(({ effect }) => effect.low));
  const sentence = first
    ? t('advice.finding', { count: found.length, days: words.days(count), low: format.moneyCompact(first.effect.low), high: format.moneyCompact(first.effect.high) })
    : t('advice.subtitle');
  const nothing = (
    <div className={cards.state} style={{ minHeight: HEIGHT }}>
      <span className={cards.icon}><IconBulb size={20} aria-hidden /></span>
      <strong>{t(site.first_day === null ? 'chart.emptyShop' : 'advice.none')}</strong>
      <p>{t('advice.noneHow')}</p>
    </div>
  );
  return (
    <>
      <PageHead title={t('advice.title')} subtitle={sentence} />
      <ViewControls compares={false} />
      <section className={cards.card} aria-label={t('advice.title')}>
        <CardState title={t('advice.title')} asked={query} empty={found.length === 0} height={HEIGHT} emptyState={nothing}>
          <ol className={styles.list}>
            {found.map((one, index) => <Action key={`${one.code}-${String(one.params.name ?? one.params.step ?? '')}`} one={one} rank={index + 1} most={most} least={least} />)}
          </ol>
          <p className={cards.note}>{t('advice.note')}</p>
        </CardState>
      </section>
    </>
  );
}
