import { Button, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { siteQuery } from '../api/queries';
import { ShopProvider } from '../components/Shop';
import { chosenLanguage, isLanguage, switchTo } from '../i18n';
import { theme } from '../lib/theme';
import { router } from './router';
import styles from './Shell.module.css';

const RETRIES = 2;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      // What the caller did wrong does not get better by asking again.
      retry: (failures, error) => failures < RETRIES && !(error instanceof Problem && error.status >= 400 && error.status < 500),
    },
  },
});

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <Site />
      </QueryClientProvider>
      <Notifications position="bottom-right" />
    </MantineProvider>
  );
}

/** Nothing can be shown before the shop's name, currency and zone are known. */
function Site() {
  const { data, error } = useQuery({ ...siteQuery, refetchInterval: ({ state }) => (state.data ? false : 5_000) });
  const language = data?.language;
  useEffect(() => {
    if (chosenLanguage() === null && isLanguage(language)) void switchTo(language);
  }, [language]);
  if (data) return <ShopProvider site={data}><RouterProvider router={router} /></ShopProvider>;
  return error ? <Unreachable /> : null;
}

function Unreachable() {
  const { t } = useTranslation();
  return (
    <main className={styles.middle} role="alert">
      <h1>{t('error.unreachable')}</h1>
      <p>{t('error.unreachableHow')}</p>
      <Button onClick={() => location.reload()}>{t('chart.retry')}</Button>
    </main>
  );
}
