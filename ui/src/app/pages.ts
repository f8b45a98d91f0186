import {
  IconDatabase, IconFilter, IconRoute, IconStairs, IconHome, IconArrowsRightLeft, IconKey, IconMathFunction, IconUserCircle, type Icon,
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
  { path: '/admin/keys', name: 'keys', group: 'admin', icon: IconKey, key: 'k', least: 'moderator', load: async () => (await import('../features/keys/KeysPage')).KeysPage },
  { path: '/funnel', name: 'funnel', group: 'shop', icon: IconFilter, key: 'f', periodic: true, load: async () => (await Promise.all([import('../features/funnel/FunnelPage'), loadPart('paths')]))[0].FunnelPage },
  { path: '/cohorts', name: 'cohorts', group: 'shop', icon: IconStairs, key: 'o', periodic: true, load: async () => (await Promise.all([import('../features/cohorts/CohortsPage'), loadPart('paths')]))[0].CohortsPage },
  { path: '/journeys', name: 'journeys', group: 'shop', icon: IconRoute, key: 'j', periodic: true, load: async () => (await Promise.all([import('../features/journeys/JourneysPage'), loadPart('paths')]))[0].JourneysPage },
  { path: '/data', name: 'data', group: 'admin', icon: IconDatabase, key: 'd', load: async () => (await Promise.all([import('../features/data/DataPage'), loadPart('data')]))[0].DataPage },
  { path: '/account', name: 'account', group: 'admin', icon: IconUserCircle, key: 'a', load: async () => (await import('../features/account/AccountPage')).AccountPage },
  { path: '/methods', name: 'metrics', group: 'help', icon: IconMathFunction, key: 'm', load: async () => (await import('../features/metrics/MetricsPage')).MetricsPage },
];
