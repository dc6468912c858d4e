import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  poweredByHeader: false,
  // npm run types checks them; a person's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Half a megabyte of prices that no page needs at its start.
  serverExternalPackages: ['@pydantic/genai-prices'],
  // The answers are people's own: no picture passes through this server.
  images: { unoptimized: true, remotePatterns: [] },
  devIndicators: { position: 'bottom-right' },
  headers: async () => [{ source: '/:path*', headers }],
};

// Messages are parsed while building, so that pages carry no parser.
const withIntl = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  experimental: {
    messages: {
      path: './messages',
      format: 'json',
      locales: ['en', 'zh-CN'],
      sourceLocale: 'en',
      precompile: true,
    },
  },
});

export default withIntl(config);
