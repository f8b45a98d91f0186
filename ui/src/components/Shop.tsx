import { useComputedColorScheme } from '@mantine/core';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role, Site } from '../api/client';
import { useSession } from '../api/queries';
import { localeOf } from '../i18n';
import { createFormat, type Format } from '../lib/format';
import { calendar, type Calendar } from '../lib/period';
import { dark, light, type Tokens } from '../lib/tokens';

interface Shop {
  site: Site;
  format: Format;
  calendar: Calendar;
}

const Context = createContext<Shop | null>(null);

/** The shop whose pages these are, and how its figures are written. */
export function ShopProvider({ site, children }: { site: Site; children: ReactNode }) {
  const { i18n } = useTranslation();
  const shop = useMemo(
    () => ({
      site,
      format: createFormat({ locale: localeOf(i18n.language), currency: site.currency, zone: site.zone }),
      calendar: calendar(site),
    }),
    [site, i18n.language],
  );
  return <Context value={shop}>{children}</Context>;
}

export function useShop(): Shop {
  const shop = use(Context);
  if (shop === null) throw new Error('useShop outside of ShopProvider');
  return shop;
}

export function useFormat(): Format {
  return useShop().format;
}

export function useTokens(): Tokens {
  return useComputedColorScheme('light') === 'dark' ? dark : light;
}

const rank: readonly Role[] = ['viewer', 'analyst', 'moderator', 'admin'];

/** Whether the signed-in person has at least this role. */
export function useMay(role: Role): boolean {
  const session = useSession();
  if (session.status !== 'signed_in' && session.status !== 'expired') return false;
  return rank.indexOf(session.user.role) >= rank.indexOf(role);
}
