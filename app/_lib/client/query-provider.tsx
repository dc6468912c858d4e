'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '#app/_lib/client/request.ts';

function isWorthAnotherTry(error: Error): boolean {
  return error instanceof ApiError && (error.code === 'offline' || error.code === 'unavailable');
}

function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // The server is usually on this machine: it can be reached while the network is away.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isWorthAnotherTry(error),
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export function QueryProvider({ children }: { children: React.ReactNode }) {
  const [client] = useState(createClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
