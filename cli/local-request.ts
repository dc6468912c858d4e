import type { IncomingMessage } from 'node:http';

// The port is left open: people forward ports (ssh -L 8080:localhost:3000), and a name alone decides
// whether a page of a foreign site, its name turned to 127.0.0.1, is what asks.
const localHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Whether a request names this machine. While there are no accounts, nobody else is answered. */
export function isLocalRequest(request: Pick<IncomingMessage, 'url' | 'headers'>): boolean {
  return localHost.test(request.headers.host ?? '') && (request.url ?? '').startsWith('/');
}
