import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '#lib/content-security-policy.ts';

/** Gives every page its own nonce. The API answers no HTML and is left out. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, isDevelopment);
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from this request header.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

// biome-ignore lint/style/noProcessEnv: the bundler replaces it; settings are not loaded here
const isDevelopment = process.env.NODE_ENV === 'development';

export const config = {
  matcher: ['/((?!api/|_next/static/|_next/image|icon.svg|favicon.ico).*)'],
};
