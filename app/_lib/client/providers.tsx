'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useState } from 'react';
import { QueryProvider } from '#app/_lib/client/query-provider.tsx';

export function Providers({ nonce: current, children }: { nonce: string; children: React.ReactNode }) {
  // The document keeps the policy it came with; when the layout is rendered again it brings another nonce.
  const [nonce] = useState(current);
  return (
    <CSPProvider nonce={nonce}>
      <ThemeProvider
        attribute="class"
        defaultTheme="system"
        enableSystem
        disableTransitionOnChange
        nonce={nonce}
      >
        <NuqsAdapter>
          <QueryProvider>{children}</QueryProvider>
        </NuqsAdapter>
      </ThemeProvider>
    </CSPProvider>
  );
}
