import {
  IconActivityHeartbeat,
  IconAlertOctagon,
  IconArrowsRightLeft,
  IconBulb,
  IconCalculator,
  IconChartHistogram,
  IconClick,
  IconDatabase,
  IconDice5,
  IconFilter,
  IconFlask2,
  IconGauge,
  IconHome,
  IconInfoCircle,
  IconKey,
  IconLayoutDashboard,
  IconListSearch,
  IconHistory,
  IconMathFunction,
  IconPackage,
  IconRoute,
  IconShieldCheck,
  IconShoppingCartCheck,
  IconShieldSearch,
  IconSql,
  IconStairs,
  IconTrendingUp,
  IconUpload,
  IconUserCircle,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
  type Icon,
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
  { path: '/behaviour', name: 'behaviour', group: 'shop', icon: IconClick, key: 'b', periodic: true, load: async () => (await Promise.all([import('../features/behaviour/BehaviourPage'), loadPart('behaviour'), loadPart('paths')]))[0].BehaviourPage },
  { path: '/conversions', name: 'conversions', group: 'shop', icon: IconShoppingCartCheck, key: 'c', periodic: true, load: async () => (await Promise.all([import('../features/conversions/ConversionsPage'), loadPart('conversions')]))[0].ConversionsPage },
  { path: '/products', name: 'products', group: 'shop', icon: IconPackage, key: 'p', periodic: true, load: async () => (await Promise.all([import('../features/products/ProductsPage'), loadPart('products')]))[0].ProductsPage },
  { path: '/segments', name: 'segments', group: 'shop', icon: IconUsersGroup, key: 's', periodic: true, load: async () => (await Promise.all([import('../features/segments/SegmentsPage'), loadPart('segments')]))[0].SegmentsPage },
  { path: '/funnel', name: 'funnel', group: 'shop', icon: IconFilter, key: 'f', periodic: true, load: async () => (await Promise.all([import('../features/funnel/FunnelPage'), loadPart('paths')]))[0].FunnelPage },
  { path: '/cohorts', name: 'cohorts', group: 'shop', icon: IconStairs, key: 'n', periodic: true, load: async () => (await Promise.all([import('../features/cohorts/CohortsPage'), loadPart('paths')]))[0].CohortsPage },
  { path: '/journeys', name: 'journeys', group: 'shop', icon: IconRoute, key: 'j', periodic: true, load: async () => (await Promise.all([import('../features/journeys/JourneysPage'), loadPart('paths')]))[0].JourneysPage },
  { path: '/forecast', name: 'forecast', group: 'shop', icon: IconTrendingUp, key: 'o', load: async () => (await Promise.all([import('../features/forecast/ForecastPage'), loadPart('forecast')]))[0].ForecastPage },
  { path: '/recommendations', name: 'recommendations', group: 'shop', icon: IconBulb, key: 'r', periodic: true, load: async () => (await Promise.all([import('../features/recommendations/RecommendationsPage'), loadPart('advice')]))[0].RecommendationsPage },
  { path: '/shop/visualisations', name: 'visualisations', group: 'shop', icon: IconChartHistogram, key: 'v', periodic: true, load: async () => (await Promise.all([import('../features/boards/VisualisationsPage'), loadPart('boards')]))[0].VisualisationsPage },
  { path: '/shop/dashboards', name: 'dashboards', group: 'shop', icon: IconLayoutDashboard, key: '2', periodic: true, load: async () => (await Promise.all([import('../features/boards/DashboardsPage'), loadPart('boards')]))[0].DashboardsPage },
  { path: '/experiments/running', name: 'trials', group: 'experiments', icon: IconFlask2, key: 'e', load: async () => (await Promise.all([import('../features/experiments/ExperimentsPage'), loadPart('experiments')]))[0].ExperimentsPage },
  { path: '/experiments/planner', name: 'planner', group: 'experiments', icon: IconRoute, key: 'w', load: async () => (await Promise.all([import('../features/planner/PlannerPage'), loadPart('experiments')]))[0].PlannerPage },
  { path: '/experiments/simulations', name: 'simulations', group: 'experiments', icon: IconDice5, key: '1', load: async () => (await Promise.all([import('../features/planner/SimulationsPage'), loadPart('experiments')]))[0].SimulationsPage },
  { path: '/experiments/calculators', name: 'calculators', group: 'experiments', icon: IconCalculator, key: 'z', load: async () => (await Promise.all([import('../features/calculators/CalculatorsPage'), loadPart('experiments')]))[0].CalculatorsPage },
  { path: '/logs/overview', name: 'logDashboard', group: 'logs', icon: IconActivityHeartbeat, key: 'l', load: async () => (await Promise.all([import('../features/logs/LogDashboardPage'), loadPart('logs')]))[0].LogDashboardPage },
  { path: '/logs/search', name: 'logSearch', group: 'logs', icon: IconListSearch, key: 'q', load: async () => (await Promise.all([import('../features/logs/SearchPage'), loadPart('logs')]))[0].SearchPage },
  { path: '/logs/errors', name: 'logErrors', group: 'logs', icon: IconAlertOctagon, key: 'x', least: 'analyst', load: async () => (await Promise.all([import('../features/logs/ErrorsPage'), loadPart('logs')]))[0].ErrorsPage },
  { path: '/logs/performance', name: 'logPerformance', group: 'logs', icon: IconGauge, key: 'y', least: 'analyst', load: async () => (await Promise.all([import('../features/logs/PerformancePage'), loadPart('logs')]))[0].PerformancePage },
  { path: '/logs/uploads', name: 'logUploads', group: 'logs', icon: IconUpload, key: 'u', least: 'analyst', load: async () => (await Promise.all([import('../features/logs/UploadsPage'), loadPart('logs')]))[0].UploadsPage },
  { path: '/trust/security', name: 'security', group: 'trust', icon: IconShieldCheck, key: '4', least: 'analyst', load: async () => (await Promise.all([import('../features/security/SecurityPage'), loadPart('security')]))[0].SecurityPage },
  { path: '/trust/fraud', name: 'fraud', group: 'trust', icon: IconShieldSearch, key: '5', least: 'analyst', load: async () => (await Promise.all([import('../features/fraud/FraudPage'), loadPart('fraud')]))[0].FraudPage },
  { path: '/data', name: 'data', group: 'admin', icon: IconDatabase, key: 'd', load: async () => (await Promise.all([import('../features/data/DataPage'), loadPart('data')]))[0].DataPage },
  { path: '/sql', name: 'console', group: 'admin', icon: IconSql, key: '3', least: 'analyst', load: async () => (await Promise.all([import('../features/console/ConsolePage'), loadPart('console')]))[0].ConsolePage },
  { path: '/admin/keys', name: 'keys', group: 'admin', icon: IconKey, key: 'k', least: 'admin', load: async () => (await import('../features/keys/KeysPage')).KeysPage },
  { path: '/admin/users', name: 'users', group: 'admin', icon: IconUsers, key: '8', least: 'moderator', load: async () => (await Promise.all([import('../features/users/UsersPage'), loadPart('people')]))[0].UsersPage },
  { path: '/admin/audit', name: 'audit', group: 'admin', icon: IconHistory, key: '9', least: 'admin', load: async () => (await Promise.all([import('../features/audit/AuditPage'), loadPart('people')]))[0].AuditPage },
  { path: '/admin/privacy', name: 'privacy', group: 'admin', icon: IconUserShield, key: '0', least: 'admin', load: async () => (await Promise.all([import('../features/privacy/PrivacyPage'), loadPart('privacy')]))[0].PrivacyPage },
  { path: '/account', name: 'account', group: 'admin', icon: IconUserCircle, key: 'a', load: async () => (await Promise.all([import('../features/account/AccountPage'), loadPart('people')]))[0].AccountPage },
  { path: '/methods', name: 'metrics', group: 'help', icon: IconMathFunction, key: 'm', load: async () => (await Promise.all([import('../features/metrics/MetricsPage'), loadPart('methods')]))[0].MetricsPage },
  { path: '/about', name: 'about', group: 'help', icon: IconInfoCircle, key: 'i', load: async () => (await Promise.all([import('../features/about/AboutPage'), loadPart('about')]))[0].AboutPage },
];

/** Pages of one thing, opened from another page. */
export const details: readonly Pick<Page, 'path' | 'load'>[] = [
  { path: '/products/$product', load: async () => (await Promise.all([import('../features/products/ProductPage'), loadPart('products')]))[0].ProductPage },
];
