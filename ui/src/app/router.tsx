import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, retainSearchParams, type AnyRoute } from '@tanstack/react-router';
import { session } from '../api/session';
import { loadPart } from '../i18n';
import { parseSearch, readView, stringifySearch } from '../lib/search';
import { BrokenPage } from './BrokenPage';
import { Gate } from './Gate';
import { NotFound } from './NotFound';
import { details, pages } from './pages';
import { Plain } from './Plain';

const lazy = (load: () => Promise<React.ComponentType>) =>
  lazyRouteComponent(async () => ({ default: await load() }));

const root = createRootRoute({ notFoundComponent: NotFound });

const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: Plain });
const welcome = createRoute({
  getParentRoute: () => outside, path: '/welcome', component: lazy(async () => (await import('../features/landing/LandingPage')).LandingPage),
});
const signIn = createRoute({
  getParentRoute: () => outside,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; came?: string; problem?: string } =>
    Object.fromEntries(['next', 'came', 'problem'].flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))),
  component: lazy(async () => (await import('../features/signin/SignInPage')).SignInPage),
});

const register = createRoute({
  getParentRoute: () => outside, path: '/register', component: lazy(async () => (await Promise.all([import('../features/register/RegisterPage'), loadPart('people')]))[0].RegisterPage),
});

/** Pages for people without an account who came by a signed link; nothing stands around them. */
const embed = createRoute({
  getParentRoute: () => root, path: '/embed/$token', component: lazy(async () => (await Promise.all([import('../features/boards/EmbedPage'), loadPart('boards'), loadPart('names')]))[0].EmbedPage),
});
const unsubscribe = createRoute({
  getParentRoute: () => outside, path: '/unsubscribe/$token', component: lazy(async () => (await Promise.all([import('../features/boards/UnsubscribePage'), loadPart('boards')]))[0].UnsubscribePage),
});

/** What single pages keep in their address besides. */
const ownSearch = ['metric', 'import', 'table', 'page', 'span', 'split', 'machine', 'model', 'steps', 'order', 'entity', 'window', 'by', 'at', 'lost', 'group', 'find', 'sort', 'chart', 'dashboard', 'credited', 'rate', 'groups', 'carts', 'heat', 'input', 'q', 'range', 'since', 'until', 'fuzzy', 'log', 'level', 'service', 'log_type', 'status_code', 'country', 'error_code', 'host', 'measured', 'ahead', 'scheme', 'cohort', 'every', 'measure', 'label', 'direction', 'anchor', 'visitor', 'part', 'case'];

/** Behind the sign-in; period, comparison and filters stay in the address from page to page. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Gate,
  beforeLoad: ({ location }) => {
    // At `/` the gate itself shows the landing page.
    if (session.state().status === 'signed_out' && location.pathname !== '/') throw redirect({ to: '/sign-in', search: { next: location.href }, replace: true });
  },
  validateSearch: (search: Record<string, unknown>) => ({
    ...readView(search),
    ...Object.fromEntries(ownSearch.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))),
  }),
  search: { middlewares: [retainSearchParams(['period', 'from', 'to', 'compare', 'filters'])] },
});

const routes: AnyRoute[] = [...pages, ...details].map(({ path, load }) => createRoute({ getParentRoute: () => inside, path, component: lazy(async () => (await Promise.all([load(), loadPart('names')]))[0]) }));

export const router = createRouter({
  routeTree: root.addChildren([embed, outside.addChildren([welcome, signIn, register, unsubscribe]), inside.addChildren(routes)]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
  defaultPendingMs: 200,
});
