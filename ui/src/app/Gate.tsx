import { lazy, Suspense } from 'react';
import { useSession } from '../api/queries';
import { Plain } from './Plain';
import { Shell } from './Shell';

const Landing = lazy(async () => ({ default: (await import('../features/landing/LandingPage')).LandingPage }));

/** Lets signed-in people through; others see the landing page. The router sends them to the sign-in from any path but `/`. */
export function Gate() {
  const session = useSession();
  if (session.status === 'unknown') return null;
  if (session.status !== 'signed_out') return <Shell user={session.user} expired={session.status === 'expired'} />;
  return <Plain><Suspense><Landing /></Suspense></Plain>;
}
