import {
  IconChartHistogram, IconDatabase, IconHome, IconLayoutDashboard, IconKey, IconMathFunction, IconSql, IconUserCircle, type Icon,
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
  { path: '/shop/visualisations', name: 'visualisations', group: 'shop', icon: IconChartHistogram, key: 'v', periodic: true, load: async () => (await Promise.all([import('../features/boards/VisualisationsPage'), loadPart('boards')]))[0].VisualisationsPage },
  { path: '/shop/dashboards', name: 'dashboards', group: 'shop', icon: IconLayoutDashboard, key: 'b', periodic: true, load: async () => (await Promise.all([import('../features/boards/DashboardsPage'), loadPart('boards')]))[0].DashboardsPage },
  { path: '/admin/keys', name: 'keys', group: 'admin', icon: IconKey, key: 'k', least: 'moderator', load: async () => (await import('../features/keys/KeysPage')).KeysPage },
  { path: '/data', name: 'data', group: 'admin', icon: IconDatabase, key: 'd', load: async () => (await Promise.all([import('../features/data/DataPage'), loadPart('data')]))[0].DataPage },
  { path: '/sql', name: 'console', group: 'admin', icon: IconSql, key: 'q', least: 'analyst', load: async () => (await Promise.all([import('../features/console/ConsolePage'), loadPart('console')]))[0].ConsolePage },
  { path: '/account', name: 'account', group: 'admin', icon: IconUserCircle, key: 'a', load: async () => (await import('../features/account/AccountPage')).AccountPage },
  { path: '/methods', name: 'metrics', group: 'help', icon: IconMathFunction, key: 'm', load: async () => (await import('../features/metrics/MetricsPage')).MetricsPage },
];
