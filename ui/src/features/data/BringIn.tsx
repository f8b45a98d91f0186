import { useTranslation } from 'react-i18next';
import { CopyLine } from '../../components/CopyLine';
import styles from './Data.module.css';

const ways = [
  { name: 'mapped', lines: ['./vitrine import mapped orders.csv --mapping orders.yaml'] },
  { name: 'retailrocket', lines: ['./vitrine download --out retailrocket', './vitrine import retailrocket retailrocket'] },
] as const;

/** How a history is brought in: by the command line, while the product is not running. */
export function BringIn() {
  const { t } = useTranslation();
  return (
    <div className={styles.bring}>
      <p>{t('data.bringFirst')}</p>
      {ways.map(({ name, lines }) => (
        <div key={name}>
          <h3>{t(`data.way.${name}`)}</h3>
          <p>{t(`data.wayHow.${name}`)}</p>
          {lines.map((line) => <CopyLine key={line} text={line} label={t('data.command')} />)}
        </div>
      ))}
    </div>
  );
}
