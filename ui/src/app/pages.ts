import {
  IconDatabase, IconHome, IconArrowsRightLeft, IconKey, IconMathFunction, IconUserCircle, IconCalculator, IconDice5, IconFlask2, IconRoute, type Icon,
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
  { path: '/experiments/running', name: 'trials', group: 'experiments', icon: IconFlask2, key: 'e', load: async () => (await Promise.all([import('../features/experiments/ExperimentsPage'), loadPart('experiments')]))[0].ExperimentsPage },
  { path: '/experiments/calculators', name: 'calculators', group: 'experiments', icon: IconCalculator, key: 'z', load: async () => (await Promise.all([import('../features/calculators/CalculatorsPage'), loadPart('experiments')]))[0].CalculatorsPage },
  { path: '/experiments/planner', name: 'planner', group: 'experiments', icon: IconRoute, key: 'w', load: async () => (await Promise.all([import('../features/planner/PlannerPage'), loadPart('experiments')]))[0].PlannerPage },
  { path: '/experiments/simulations', name: 'simulations', group: 'experiments', icon: IconDice5, key: 'j', load: async () => (await Promise.all([import('../features/planner/SimulationsPage'), loadPart('experiments')]))[0].SimulationsPage },
  { path: '/admin/keys', name: 'keys', group: 'admin', icon: IconKey, key: 'k', least: 'moderator', load: async () => (await import('../features/keys/KeysPage')).KeysPage },
  { path: '/data', name: 'data', group: 'admin', icon: IconDatabase, key: 'd', load: async () => (await Promise.all([import('../features/data/DataPage'), loadPart('data')]))[0].DataPage },
  { path: '/account', name: 'account', group: 'admin', icon: IconUserCircle, key: 'a', load: async () => (await import('../features/account/AccountPage')).AccountPage },
  { path: '/methods', name: 'metrics', group: 'help', icon: IconMathFunction, key: 'm', load: async () => (await import('../features/metrics/MetricsPage')).MetricsPage },
];
