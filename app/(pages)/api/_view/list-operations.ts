import type { ApiDocument, DescribedOperation } from '#app/_lib/openapi/build-document.ts';

export type ListedOperation = DescribedOperation & { method: string; path: string; topic: string };

/** The operations of the document, one after the other. */
export function listOperations({ paths }: ApiDocument): ListedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
      topic: operation.tags[0] ?? '',
    })),
  );
}
