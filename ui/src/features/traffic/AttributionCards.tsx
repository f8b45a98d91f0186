import { useTranslation } from 'react-i18next';
import cards from '../../components/Cards.module.css';
import { Choice } from '../../components/Choice';
import { CreditCard } from './CreditCard';
import { ModelsCard } from './ModelsCard';
import { models, origins, useAttribution, windows } from './useAttribution';

/** What orders are owed to: by a model of one's choice, and by all of them side by side. */
export function AttributionCards() {
  const { t } = useTranslation();
  const credit = useAttribution();
  return (
    <div className={cards.chosen}>
      <div className={cards.row}>
        <Choice label={t('traffic.model')} words={models} chosen={credit.model} choose={credit.chooseModel} name={(word) => t(`traffic.modelName.${word}`)} />
        <Choice label={t('traffic.split')} words={origins} chosen={credit.by} choose={credit.chooseBy} name={(word) => t(`field.${word}`)} />
        <Choice label={t('traffic.lookBack', { days: credit.window })} words={windows} chosen={credit.window} choose={credit.chooseWindow} name={(days) => t('traffic.lookBackDays', { days })} />
      </div>
      <div className={cards.halves}>
        <CreditCard credit={credit} />
        <ModelsCard credit={credit} />
      </div>
    </div>
  );
}
