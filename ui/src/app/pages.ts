import {
  IconDatabase, IconHome, IconInfoCircle, IconArrowsRightLeft, IconBulb, IconTrendingUp, IconKey, IconMathFunction, IconUserCircle, type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role } from '../api/client';
import { loadPart } from '../i18n';
import type { en } from '../i18n/en';

export const groups = ['overview', 'shop', 'experiments', 'logs', 'trust', 'admin', 'help'] as const;
type Group = (typeof groups)[number];

export interface Page {
  path: string;
  /** Key of its name under `nav`. */
  name: Exclude<keyof (typeof en)['nav'], Group>;
  group: Group;
  icon: Icon;
  /** Second key after `g`. */
  key: string;
  load: () => Promise<ComponentType>;
  /** Whether period, comparison and filters mean something here. */
  periodic?: boolean;
  least?: Role;
}

/** Every page there is. Navigation, routes, search palette and shortcuts are made from this list; a page is one entry. */
export const pages: readonly Page[] = [
  { path: '/', name: 'home', group: 'overview', icon: IconHome, key: 'h', periodic: true, load: async () => (await import('../features/home/HomePage')).HomePage },
  { path: '/traffic', name: 'traffic', group: 'shop', icon: IconArrowsRightLeft, key: 't', periodic: true, load: async () => (await Promise.all([import('../features/traffic/TrafficPage'), loadPart('traffic')]))[0].TrafficPage },
  { path: '/forecast', name: 'forecast', group: 'shop', icon: IconTrendingUp, key: 'o', load: async () => (await Promise.all([import('../features/forecast/ForecastPage'), loadPart('forecast')]))[0].ForecastPage },
  { path: '/recommendations', name: 'recommendations', group: 'shop', icon: IconBulb, key: 'r', periodic: true, load: async () => (await Promise.all([import('../features/recommendations/RecommendationsPage'), loadPart('advice')]))[0].RecommendationsPage },
  { path: '/admin/keys', name: 'keys', group: 'admin', icon: IconKey, key: 'k', least: 'moderator', load: async () => (await import('../features/keys/KeysPage')).KeysPage },
  { path: '/data', name: 'data', group: 'admin', icon: IconDatabase, key: 'd', load: async () => (await Promise.all([import('../features/data/DataPage'), loadPart('data')]))[0].DataPage },
  { path: '/account', name: 'account', group: 'admin', icon: IconUserCircle, key: 'a', load: async () => (await import('../features/account/AccountPage')).AccountPage },
  { path: '/methods', name: 'metrics', group: 'help', icon: IconMathFunction, key: 'm', load: async () => (await Promise.all([import('../features/metrics/MetricsPage'), loadPart('methods')]))[0].MetricsPage },
  { path: '/about', name: 'about', group: 'help', icon: IconInfoCircle, key: 'i', load: async () => (await Promise.all([import('../features/about/AboutPage'), loadPart('about')]))[0].AboutPage },
];
