import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Filter } from '../lib/search';
import { api, body } from './client';
import type { components } from './schema';

const MINUTE = 60_000;

export type Forecast = components['schemas']['Forecast'];
export type Lifetime = components['schemas']['Lifetime'];
export type ForecastMetric = 'revenue' | 'orders' | 'visitors' | 'sessions';

const patient = (count: number, error: Error) => count < 2 && !('status' in error && error.status === 409);

export function useForecast(metric: ForecastMetric, filters: readonly Filter[]) {
  return useQuery({
    queryKey: ['forecast', metric, filters],
    queryFn: async ({ signal }) => body(await api.POST('/api/shop/forecast', { body: { metric, filters: [...filters] }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 10 * MINUTE,
    retry: patient,
  });
}

export function useLifetime(filters: readonly Filter[]) {
  return useQuery({
    queryKey: ['lifetime', filters],
    queryFn: async ({ signal }) => body(await api.POST('/api/shop/lifetime', { body: { filters: [...filters] }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 10 * MINUTE,
    retry: patient,
  });
}

export type Recommendation = components['schemas']['Recommendation'];

export function useRecommendations(from: string, to: string, filters: readonly Filter[]) {
  return useQuery({
    queryKey: ['recommendations', from, to, filters],
    queryFn: async ({ signal }) => body(await api.POST('/api/shop/recommendations', { body: { period: { from, to }, filters: [...filters] }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 5 * MINUTE,
  });
}
