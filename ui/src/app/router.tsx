import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, retainSearchParams, type AnyRoute } from '@tanstack/react-router';
import { session } from '../api/session';
import { parseSearch, readView, stringifySearch } from '../lib/search';
import { BrokenPage } from './BrokenPage';
import { Gate } from './Gate';
import { NotFound } from './NotFound';
import { pages } from './pages';
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
  validateSearch: (search: Record<string, unknown>): { next?: string } => (typeof search.next === 'string' ? { next: search.next } : {}),
  component: lazy(async () => (await import('../features/signin/SignInPage')).SignInPage),
});

/** What single pages keep in their address besides. */
const ownSearch = ['metric', 'import', 'table', 'page', 'span', 'split', 'machine', 'model', 'steps', 'order', 'entity', 'window', 'by', 'at', 'lost', 'cohort', 'every', 'measure', 'label', 'direction', 'anchor', 'visitor'];

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

const routes: AnyRoute[] = pages.map(({ path, load }) => createRoute({ getParentRoute: () => inside, path, component: lazy(load) }));

export const router = createRouter({
  routeTree: root.addChildren([outside.addChildren([welcome, signIn]), inside.addChildren(routes)]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
  defaultPendingMs: 200,
});
