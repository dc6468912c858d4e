import { getMessages } from 'next-intl/server';
import { buildDocument } from '#app/_lib/openapi/build-document.ts';
import * as operations from '#app/_lib/operations/service.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  // In English, whoever asks: programs compare it.
  GET: handle(operations.getDocument, async () => {
    const { api } = await getMessages({ locale: 'en' });
    return answer(buildDocument(api));
  }),
});
