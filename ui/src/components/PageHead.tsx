import { useEffect, type ReactNode } from 'react';
import { useShop } from './Shop';
import styles from './PageHead.module.css';

/** A page's question as its title, and the answer in a sentence under it. */
export function PageHead({ title, subtitle, children }: { title: string; subtitle?: ReactNode; children?: ReactNode }) {
  const { site } = useShop();
  useEffect(() => {
    document.title = `${title} · ${site.shop_name} · Vitrine`;
  }, [title, site.shop_name]);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1>{title}</h1>
        {subtitle && <p>{subtitle}</p>}
      </div>
      {children && <div className={styles.tools}>{children}</div>}
    </header>
  );
}
