'use client';

import { useCallback, useState } from 'react';
import { request } from '#app/_lib/client/request.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import type { EndpointTestState } from '#components/endpoints/endpoint-test-outcome.tsx';
import type { EndpointTestResult } from '#lib/endpoints/schema.ts';

/** Tests of this visit, by endpoint id. */
export function useEndpointTests() {
  const errorText = useErrorText();
  const [tests, setTests] = useState<Readonly<Record<string, EndpointTestState>>>({});

  const run = useCallback(
    async (id: string): Promise<void> => {
      const put = (test: EndpointTestState) => setTests((before) => ({ ...before, [id]: test }));
      put({ state: 'running' });
      try {
        const path = `/endpoints/${encodeURIComponent(id)}/test`;
        put({ state: 'done', result: await request<EndpointTestResult>(path, { method: 'POST' }) });
      } catch (error) {
        put({ state: 'failed', message: errorText(error) });
      }
    },
    [errorText],
  );

  return { tests, run };
}
