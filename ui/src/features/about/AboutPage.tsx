import { useTranslation } from 'react-i18next';
import shipped from 'virtual:licences';
import { useAbout } from '../../api/about';
import card from '../../components/Card.module.css';
import cards from '../../components/Cards.module.css';
import { CardState } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { useShop } from '../../components/Shop';
import { NOTHING } from '../../lib/format';
import styles from './About.module.css';

const HEIGHT = 420;
const data = ['dbip', 'crawlers', 'agents'] as const;
const links = { dbip: 'https://db-ip.com', crawlers: 'https://github.com/monperrus/crawler-user-agents', agents: 'https://github.com/ua-parser' } as const;

/** What this program is, what it holds at this moment, and what it is made of. */
export function AboutPage() {
  const { t } = useTranslation();
  const { site, format } = useShop();
  const about = useAbout();
  const facts = about.data;
  const browser = { data: shipped, error: null, isFetching: false, dataUpdatedAt: 0, refetch: () => undefined };
  const said = facts && { version: facts.version, events: format.count(facts.events), first: facts.first_day ? format.day(facts.first_day, 'long') : NOTHING, last: facts.last_day ? format.day(facts.last_day, 'long') : NOTHING };
  const rows: [string, string][] = facts ? [
    [t('about.version'), facts.version],
    [t('about.shop'), `${site.shop_name} (${site.currency}, ${site.zone})`],
    [t('about.events'), format.count(facts.events)],
    [t('about.days'), facts.first_day && facts.last_day ? format.days(facts.first_day, facts.last_day) : NOTHING],
    [t('about.size'), format.bytes(facts.bytes)],
    [t('about.java'), facts.java],
    [t('about.licence'), 'MIT'],
  ] : [];
  return (
    <>
      <PageHead title={t('about.title')} subtitle={said ? t(facts.events > 0 ? 'about.finding' : 'about.findingEmpty', said) : t('about.subtitle')} />
      <div className={cards.page}>
        <div className={cards.halves}>
          <section className={card.card} aria-labelledby="facts">
            <h2 id="facts" className={card.title}>{t('about.facts')}</h2>
            <CardState title={t('about.facts')} asked={about} empty={false} height={240}>
              <dl className={styles.facts}>{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
            </CardState>
          </section>
          <section className={card.card} aria-labelledby="carried">
            <h2 id="carried" className={card.title}>{t('about.data')}</h2>
            <ul className={styles.data}>
              {data.map((name) => <li key={name}><a href={links[name]} rel="noreferrer">{t(`about.carried.${name}.name`)}</a> {t(`about.carried.${name}.what`)}</li>)}
            </ul>
          </section>
        </div>
        <div className={cards.halves}>
          <LicenceCard title={t('about.server')} finding={facts && t('about.libraries', { count: facts.libraries.length })} asked={about} libraries={facts?.libraries ?? []} />
          <LicenceCard title={t('about.browser')} finding={t('about.libraries', { count: shipped.length })} asked={browser} libraries={shipped} />
        </div>
      </div>
    </>
  );
}

interface LicenceProps {
  title: string;
  finding: string | undefined;
  asked: Parameters<typeof ChartCard>[0]['asked'];
  libraries: readonly { name: string; version: string; licence: string | null }[];
}

function LicenceCard({ title, finding, asked, libraries }: LicenceProps) {
  const { t } = useTranslation();
  return (
    <ChartCard
      title={title} finding={finding} asked={asked} empty={libraries.length === 0} height={HEIGHT}
      table={{
        columns: [{ key: 'name', label: t('about.library') }, { key: 'version', label: t('about.version') }, { key: 'licence', label: t('about.licence'), show: (value) => (value === null || value === undefined ? t('about.unstated') : String(value)) }],
        rows: libraries.map(({ name, version, licence }) => [name, version, licence]),
        sort: { key: 'name', descending: false },
      }}
    />
  );
}
