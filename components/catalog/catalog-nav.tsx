'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { cn } from '#components/ui/class-names.ts';

/** The ways to look at the catalog; `name` is a key of the messages catalog.views. */
const views = [
  { name: 'table', href: '/catalog' },
  { name: 'printed', href: '/catalog/printed' },
  { name: 'errata', href: '/catalog/errata' },
  { name: 'lineage', href: '/catalog/lineage' },
  { name: 'timeline', href: '/catalog/timeline' },
  { name: 'scale', href: '/catalog/scale' },
  { name: 'families', href: '/catalog/families' },
] as const;

export function CatalogNav() {
  const t = useTranslations('catalog.views');
  const path = usePathname();
  const current = useRef<HTMLAnchorElement>(null);
  // On a phone the last of them lie outside.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each place has its own link in sight.
  useEffect(() => {
    current.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [path]);
  return (
    <nav aria-label={t('label')} className="-mb-px flex gap-1 overflow-x-auto border-line border-b">
      {views.map(({ name, href }) => (
        <Link
          key={name}
          ref={path === href ? current : null}
          href={href}
          prefetch={false}
          aria-current={path === href ? 'page' : undefined}
          className={cn(
            'flex h-9 items-center whitespace-nowrap border-b-2 px-3 focus-visible:-outline-offset-2 touch:min-h-10',
            path === href ? 'border-ink font-medium text-ink' : 'border-transparent text-soft hover:text-ink',
          )}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
