import { z } from 'zod';
import type { endpoints } from '#db/schema/endpoints.ts';
import type { EndpointSnapshot } from '#lib/arena/endpoint-snapshot.ts';
import type { CallableEndpoint } from '#lib/endpoints/ask.ts';
import {
  capabilitiesSchema,
  type Endpoint,
  endpointSchema,
  paramsSchema,
  priceSchema,
  protocolSchema,
  timeoutsSchema,
} from '#lib/endpoints/schema.ts';

export type EndpointRow = typeof endpoints.$inferSelect;

/** Encrypts what is kept at rest; `context` binds the result to its endpoint. */
export type SecretBox = {
  seal(text: string, context: string): string;
  open(cipher: string, context: string): string;
};

/** Without key and headers: zod keeps only what the schema names. */
export function toEndpoint(row: EndpointRow): Endpoint {
  return endpointSchema.parse({ ...row, hasKey: row.keyCipher !== null });
}

export function toSnapshot(row: EndpointRow): EndpointSnapshot {
  return {
    id: row.id,
    name: row.name,
    protocol: protocolSchema.parse(row.protocol),
    baseUrl: row.baseUrl,
    model: row.model,
    cardId: row.cardId,
    price: priceSchema.nullable().parse(row.price),
  };
}

/** Other than the key's, so that neither opens as the other. */
export function headersContext(id: string): string {
  return `${id}/headers`;
}

const headersSchema = z.record(z.string(), z.string());

export function toCallable(row: EndpointRow, box: SecretBox): CallableEndpoint {
  return {
    id: row.id,
    name: row.name,
    protocol: protocolSchema.parse(row.protocol),
    baseUrl: row.baseUrl,
    model: row.model,
    apiKey: row.keyCipher === null ? null : box.open(row.keyCipher, row.id),
    headers:
      row.headersCipher === null
        ? {}
        : headersSchema.parse(JSON.parse(box.open(row.headersCipher, headersContext(row.id)))),
    params: paramsSchema.parse(row.params),
    template: row.template,
    capabilities: capabilitiesSchema.parse(row.capabilities),
    price: priceSchema.nullable().parse(row.price),
    timeouts: timeoutsSchema.parse(row.timeouts),
  };
}
