'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { request } from '#app/_lib/client/request.ts';
import { discoveredKey, endpointsKey } from '#app/_lib/client/use-endpoints.ts';
import type { Endpoint, EndpointInput, EndpointPatch } from '#lib/endpoints/schema.ts';

/** Calls that change endpoints; each refreshes the list and throws ApiError. */
export function useEndpointChanges() {
  const client = useQueryClient();

  const refresh = useCallback(async () => {
    await client.invalidateQueries({ queryKey: endpointsKey, exact: true });
    void client.invalidateQueries({ queryKey: discoveredKey });
  }, [client]);

  const create = useCallback(
    async (body: EndpointInput): Promise<Endpoint> => {
      const created = await request<Endpoint>('/endpoints', { method: 'POST', body });
      await refresh();
      return created;
    },
    [refresh],
  );

  const update = useCallback(
    async (id: string, body: EndpointPatch): Promise<Endpoint> => {
      const updated = await request<Endpoint>(`/endpoints/${encodeURIComponent(id)}`, {
        method: 'PATCH',
        body,
      });
      await refresh();
      return updated;
    },
    [refresh],
  );

  const remove = useCallback(
    async (id: string): Promise<void> => {
      await request<unknown>(`/endpoints/${encodeURIComponent(id)}`, { method: 'DELETE' });
      await refresh();
    },
    [refresh],
  );

  return { create, update, remove };
}
