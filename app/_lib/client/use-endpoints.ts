'use client';

import { useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type { DiscoveredEndpoint, Endpoint } from '#lib/endpoints/schema.ts';

export const endpointsKey = ['endpoints'] as const;
export const discoveredKey = ['endpoints', 'discover'] as const;

async function fetchEndpoints(signal: AbortSignal): Promise<readonly Endpoint[]> {
  const { data } = await request<{ data: Endpoint[] }>('/endpoints', { signal });
  return data;
}

async function fetchDiscovered(signal: AbortSignal): Promise<readonly DiscoveredEndpoint[]> {
  const { data } = await request<{ data: DiscoveredEndpoint[] }>('/endpoints/discover', { signal });
  return data;
}

/** All endpoints, the disabled ones too. */
export function useEndpoints() {
  return useQuery({
    queryKey: endpointsKey,
    queryFn: ({ signal }) => fetchEndpoints(signal),
  });
}

/** What could be added: local servers found and presets with a key in the environment. */
export function useDiscoveredEndpoints() {
  return useQuery({
    queryKey: discoveredKey,
    queryFn: ({ signal }) => fetchDiscovered(signal),
    staleTime: 10_000,
  });
}
