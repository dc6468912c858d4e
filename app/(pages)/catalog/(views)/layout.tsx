import type { ReactNode } from 'react';
import { CatalogFrame } from '#components/catalog/catalog-frame.tsx';
import { cards } from '#lib/catalog/cards.ts';

export default function CatalogLayout({ children }: { children: ReactNode }) {
  return <CatalogFrame count={cards.length}>{children}</CatalogFrame>;
}
