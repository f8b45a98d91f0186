import { Navigate, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useSession } from '../api/queries';
import { Plain } from './Plain';
import { Shell } from './Shell';

const Landing = lazy(async () => ({ default: (await import('../features/landing/LandingPage')).LandingPage }));

/** Lets signed-in people through; others see the landing page at `/` and the sign-in elsewhere. */
export function Gate() {
  const session = useSession();
  const { pathname, href } = useLocation();
  if (session.status === 'unknown') return null;
  if (session.status !== 'signed_out') return <Shell user={session.user} expired={session.status === 'expired'} />;
  if (pathname === '/') return <Plain><Suspense><Landing /></Suspense></Plain>;
  return <Navigate to="/sign-in" search={{ next: href } as never} replace />;
}
