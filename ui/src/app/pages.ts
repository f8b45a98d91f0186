import {
  IconActivityHeartbeat, IconAlertOctagon, IconArrowsRightLeft, IconDatabase, IconFilter, IconGauge, IconHome, IconKey, IconListSearch, IconMathFunction, IconUpload, IconUserCircle, type Icon,
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
  { path: '/logs/overview', name: 'logDashboard', group: 'logs', icon: IconActivityHeartbeat, key: 'l', load: async () => (await Promise.all([import('../features/logs/LogDashboardPage'), loadPart('logs')]))[0].LogDashboardPage },
  { path: '/logs/search', name: 'logSearch', group: 'logs', icon: IconListSearch, key: 'q', load: async () => (await Promise.all([import('../features/logs/SearchPage'), loadPart('logs')]))[0].SearchPage },
  { path: '/logs/errors', name: 'logErrors', group: 'logs', icon: IconAlertOctagon, key: 'x', least: 'analyst', load: async () => (await Promise.all([import('../features/logs/ErrorsPage'), loadPart('logs')]))[0].ErrorsPage },
  { path: '/logs/performance', name: 'logPerformance', group: 'logs', icon: IconGauge, key: 'y', least: 'analyst', load: async () => (await Promise.all([import('../features/logs/PerformancePage'), loadPart('logs')]))[0].PerformancePage },
  { path: '/logs/uploads', name: 'logUploads', group: 'logs', icon: IconUpload, key: 'u', least: 'analyst', load: async () => (await Promise.all([import('../features/logs/UploadsPage'), loadPart('logs')]))[0].UploadsPage },
  { path: '/traffic', name: 'traffic', group: 'shop', icon: IconArrowsRightLeft, key: 't', periodic: true, load: async () => (await Promise.all([import('../features/traffic/TrafficPage'), loadPart('traffic')]))[0].TrafficPage },
  { path: '/admin/keys', name: 'keys', group: 'admin', icon: IconKey, key: 'k', least: 'moderator', load: async () => (await import('../features/keys/KeysPage')).KeysPage },
  { path: '/funnel', name: 'funnel', group: 'shop', icon: IconFilter, key: 'f', periodic: true, load: async () => (await Promise.all([import('../features/funnel/FunnelPage'), loadPart('paths')]))[0].FunnelPage },
  { path: '/data', name: 'data', group: 'admin', icon: IconDatabase, key: 'd', load: async () => (await Promise.all([import('../features/data/DataPage'), loadPart('data')]))[0].DataPage },
  { path: '/account', name: 'account', group: 'admin', icon: IconUserCircle, key: 'a', load: async () => (await import('../features/account/AccountPage')).AccountPage },
  { path: '/methods', name: 'metrics', group: 'help', icon: IconMathFunction, key: 'm', load: async () => (await import('../features/metrics/MetricsPage')).MetricsPage },
];
