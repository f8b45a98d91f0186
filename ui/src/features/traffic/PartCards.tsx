import { useTranslation } from 'react-i18next';
import { BreakdownCard } from '../../components/BreakdownCard';
import cards from '../../components/Cards.module.css';
import { Choice } from '../../components/Choice';
import { useFormat } from '../../components/Shop';
import { useChoice } from '../../components/useChoice';

const metrics = ['sessions', 'visitors', 'new_visitors', 'bounce_rate', 'conversion_per_session', 'orders', 'revenue'] as const;
const few = ['sessions', 'conversion_per_session', 'revenue'] as const;
const origins = ['channel', 'source', 'medium', 'campaign', 'referrer_host', 'landing_page'] as const;
const machines = ['device', 'browser', 'system'] as const;

/** Channels, sources, campaigns and referring sites, and whether they pay. */
export function SourcesCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const [split, choose] = useChoice('split', origins);
  return (
    <div className={cards.chosen}>
      <Choice label={t('traffic.split')} words={origins} chosen={split} choose={choose} name={(word) => t(`field.${word}`)} />
      <BreakdownCard key={split} title={`${t('traffic.sources')} · ${t(`field.${split}`)}`} by={split} metrics={metrics}
        finding={({ name, share }) => t('traffic.sourcesFinding', { name, share: format.ratio(share, 0) })} />
    </div>
  );
}

export function CountriesCard() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <BreakdownCard title={t('traffic.countries')} by="country" metrics={few}
      finding={({ name, share }, count) => t('traffic.countriesFinding', { name, share: format.ratio(share, 0), count })} />
  );
}

export function DevicesCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const [machine, choose] = useChoice('machine', machines);
  return (
    <div className={cards.chosen}>
      <Choice label={t('traffic.split')} words={machines} chosen={machine} choose={choose} name={(word) => t(`field.${word}`)} />
      <BreakdownCard key={machine} title={t('traffic.devices')} by={machine} metrics={few} height={270}
        finding={({ name, share }) => t('traffic.devicesFinding', { name, share: format.ratio(share, 0) })} />
    </div>
  );
}
