import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconKeyboard, IconLanguage, IconLogout, IconMathFunction, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { metricNames } from '../api/metricNames';
import { session } from '../api/session';
import { useScheme } from '../components/useScheme';
import { choose, languages, type Language } from '../i18n';
import { plain } from '../lib/text';
import { usePages } from './usePages';

/** Everything one can go to or do, found by typing. */
export function Palette({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pages = usePages();
  const { setColorScheme, dark } = useScheme();
  const actions: SpotlightActionGroupData[] = [
    {
      group: t('nav.overview'),
      actions: pages.map(({ path, name, group, icon: Icon, key }) => ({
        id: path, label: t(`nav.${name}`), description: t(`nav.${group}`), leftSection: <Icon size={18} />, rightSection: <kbd>g {key}</kbd>,
        onClick: () => void navigate({ to: path }),
      })),
    },
    {
      group: t('shortcut.palette'),
      actions: [
        { id: 'theme', label: t('shortcut.theme'), leftSection: dark ? <IconSun size={18} /> : <IconMoon size={18} />, rightSection: <kbd>t</kbd>, onClick: () => setColorScheme(dark ? 'light' : 'dark') },
        ...Object.entries(languages).map(([code, name]) => ({
          id: `language-${code}`, label: name, description: t('app.language'), leftSection: <IconLanguage size={18} />, onClick: () => void choose(code as Language),
        })),
        { id: 'help', label: t('app.help'), leftSection: <IconKeyboard size={18} />, rightSection: <kbd>?</kbd>, onClick: onHelp },
        { id: 'sign-out', label: t('app.signOut'), leftSection: <IconLogout size={18} />, onClick: () => void session.signOut().then(() => navigate({ to: '/' })) },
      ],
    },
    {
      group: t('nav.metrics'),
      actions: metricNames.map((name) => ({
        id: name, label: t(`metric.${name}.label`), description: t(`metric.${name}.explain`), leftSection: <IconMathFunction size={18} />,
        onClick: () => void navigate({ to: '/methods', hash: name }),
      })),
    },
  ];
  return (
    <Spotlight actions={actions} shortcut={['mod + K']} nothingFound={t('app.searchNothing')} highlightQuery scrollable maxHeight={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }} attributes={{ content: { 'aria-label': t('app.searchLabel') } }}
      filter={(query, groups) => narrowed(query, groups as SpotlightActionGroupData[])}
      searchProps={{ leftSection: <IconSearch size={18} />, placeholder: t('app.search'), 'aria-label': t('app.searchLabel') }} />
  );
}

/** Metrics only once something is typed: there are many of them. */
function narrowed(query: string, groups: SpotlightActionGroupData[]): SpotlightActionGroupData[] {
  const wanted = plain(query);
  if (!wanted) return groups.slice(0, 2);
  return groups
    .map((group) => ({ ...group, actions: group.actions.filter(({ label, description }) => plain(`${label} ${description ?? ''}`).includes(wanted)) }))
    .filter((group) => group.actions.length > 0);
}
