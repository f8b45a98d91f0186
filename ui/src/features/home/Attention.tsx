import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { Link, useRouter } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Insight } from '../../api/client';
import { isMetric } from '../../api/metricNames';
import type { useInsights } from '../../api/queries';
import { CardState } from '../../components/CardState';
import { useFormat } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import cards from '../../components/Card.module.css';
import styles from './Home.module.css';
import { insightText, mostUrgentFirst } from './insights';
import { isKpi } from './useHome';

const SHOWN = 6;
const icons = { good: IconTrendingUp, bad: IconTrendingDown, warn: IconAlertTriangle, info: IconInfoCircle } as const;

/** What stands out, each in a sentence with its figures and the way to them. */
export function Attention({ query }: { query: ReturnType<typeof useInsights> }) {
  const { t } = useTranslation();
  const heading = useId();
  const [all, setAll] = useState(false);
  const insights = mostUrgentFirst(query.data?.insights ?? []);
  const shown = all ? insights : insights.slice(0, SHOWN);
  return (
    <section className={cards.card} aria-labelledby={heading}>
      <header className={cards.head}>
        <div className={cards.words}>
          <h2 id={heading} className={cards.title}>{t('home.attention')}</h2>
          <p className={cards.finding}>{t('home.attentionSubtitle')}</p>
        </div>
      </header>
      <CardState title={t('home.attention')} asked={query} empty={false} height={340}>
        {insights.length === 0 && (
          <div className={styles.quiet}><IconCircleCheck size={22} aria-hidden /><p>{t('home.attentionNone')}</p></div>
        )}
        <ul className={styles.insights}>
          {shown.map((insight, index) => <Entry key={`${insight.code}-${index}`} insight={insight} />)}
        </ul>
        {insights.length > SHOWN && (
          <button type="button" className={cards.retry} onClick={() => setAll(!all)}>
            {all ? t('home.attentionFewer') : t('home.attentionAll', { count: insights.length })}
          </button>
        )}
      </CardState>
    </section>
  );
}

function Entry({ insight }: { insight: Insight }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const router = useRouter();
  const { title, numbers } = insightText(insight, { t, format, metric: words.metric, value: words.value, known: isMetric });
  const Icon = icons[insight.severity] ?? IconInfoCircle;
  const target = targetOf(insight, (path) => path in router.routesByPath);
  const text = (
    <>
      <span className={styles.badge} data-tone={insight.severity}><Icon size={16} aria-hidden /><span className="hidden-text">{t(`insight.severity.${insight.severity}`)}</span></span>
      <span><b>{title}</b><small>{numbers}</small></span>
    </>
  );
  return <li>{target ? <Link {...target} className={styles.insight}>{text}</Link> : <div className={styles.insight}>{text}</div>}</li>;
}

/** The insight's page where it exists; until then its figure in the chart beside it. */
export function targetOf({ page, params, code }: Insight, exists: (path: string) => boolean): { to: string; search: never } | null {
  const path = page?.split(/[?#]/)[0];
  if (path && path !== '/' && exists(path)) return { to: path, search: true as never };
  const metric = params.metric ?? (code === 'conversion_change' ? 'conversion_per_session' : 'revenue');
  if (!isKpi(metric)) return null;
  return { to: '/', search: ((before: Record<string, unknown>) => ({ ...before, metric })) as never };
}
