import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/PageHead';
import { ParetoCard } from '../../components/ParetoCard';
import { useFormat } from '../../components/Shop';
import { ViewControls } from '../../components/ViewControls';
import { BandsCard } from './BandsCard';
import { CategoriesCard } from './CategoriesCard';
import { PairsCard } from './PairsCard';
import { ProductsCard } from './ProductsCard';
import { QuadrantCard } from './QuadrantCard';
import { useProducts } from './useProducts';
import styles from './Products.module.css';

/** Which products carry the shop, and which are seen and not bought. */
export function ProductsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('products.title')} subtitle={useAnswerSentence()} />
      <ViewControls />
      <div className={styles.page}>
        <div className={styles.halves}><ParetoCard /><QuadrantCard /></div>
        <ProductsCard />
        <div className={styles.halves}><CategoriesCard /><BandsCard /></div>
        <PairsCard />
      </div>
    </>
  );
}

function useAnswerSentence(): string {
  const { t } = useTranslation();
  const format = useFormat();
  const seen = useProducts({ limit: 1 }).data?.meta.total;
  const sold = useProducts({ group: 'sold', limit: 1 }).data?.meta.total;
  const under = useProducts({ group: 'under_performing', limit: 1 }).data?.meta.total;
  if (!seen || sold === undefined || under === undefined || sold === null || under === null) return t('products.subtitle');
  return t('products.answer', { count: under, seen: format.count(seen), sold: format.count(sold), under: format.count(under) });
}
