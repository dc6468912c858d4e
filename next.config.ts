import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  poweredByHeader: false,
  // npm run types checks them; a person's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Half a megabyte of prices that no page needs at its start.
  serverExternalPackages: ['@pydantic/genai-prices'],
  // The answers are people's own: no picture passes through this server.
  images: { unoptimized: true, remotePatterns: [] },
  devIndicators: { position: 'bottom-right' },
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
