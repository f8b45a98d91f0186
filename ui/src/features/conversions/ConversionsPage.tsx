import { useTranslation } from 'react-i18next';
import cards from '../../components/Cards.module.css';
import { DistributionCard } from '../../components/DistributionCard';
import { FigureStrip, useFigures } from '../../components/FigureStrip';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { ViewControls } from '../../components/ViewControls';
import { CartGroupsCard } from './CartGroupsCard';
import { CartListCard } from './CartListCard';
import { CartsCard } from './CartsCard';
import { CourseCard } from './CourseCard';
import { GroupsCard } from './GroupsCard';
import { useCarts } from './useCarts';

const figures = ['conversion_per_session', 'conversion_per_visitor', 'view_to_cart', 'cart_to_purchase', 'cart_abandonment', 'aov'] as const;

/** Who buys, and what stops the others. */
export function ConversionsPage() {
  const { t } = useTranslation();
  const mayList = useMay('analyst');
  return (
    <>
      <PageHead title={t('conversions.title')} subtitle={useSentence()} />
      <ViewControls />
      <div className={cards.page}>
        <FigureStrip metrics={figures} />
        <div className={cards.halves}><CourseCard /><GroupsCard /></div>
        <div className={cards.halves}><CartsCard /><CartGroupsCard /></div>
        {mayList && <CartListCard />}
        <div className={cards.halves}>
          <DistributionCard quantity="order_value" title={t('conversions.orderValue')} how={t('conversions.orderValueHow')} finding={(said) => t('conversions.orderValueFinding', said)} />
          <DistributionCard quantity="items_per_order" title={t('conversions.items')} how={t('conversions.itemsHow')} finding={(said) => t('conversions.itemsFinding', said)} />
          <DistributionCard quantity="time_to_first_order" title={t('conversions.first')} how={t('conversions.firstHow')} finding={(said) => t('conversions.firstFinding', said)} />
          <DistributionCard quantity="time_between_orders" title={t('conversions.between')} how={t('conversions.betweenHow')} finding={(said) => t('conversions.betweenFinding', said)} />
        </div>
      </div>
    </>
  );
}

function useSentence(): string {
  const { t } = useTranslation();
  const format = useFormat();
  const rate = useFigures(figures).table?.number(0, 'conversion_per_session') ?? null;
  const { table } = useCarts();
  if (rate === null) return t('conversions.subtitle');
  const abandoned = table?.number(0, 'abandoned') ?? null;
  const said = { rate: format.ratio(rate), carts: format.count(abandoned ?? 0), lost: format.moneyCompact(table?.number(0, 'lost_value') ?? 0) };
  return t(abandoned === null ? 'conversions.findingNoCarts' : 'conversions.finding', said);
}
