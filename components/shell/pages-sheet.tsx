'use client';

import Braces from 'lucide-react/icons/braces';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { isCurrent, pages } from '#components/shell/pages.ts';
import { cn } from '#components/ui/class-names.ts';
import { Sheet } from '#components/ui/dialog.tsx';

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** The pages on a phone. */
export function PagesSheet({ isOpen, onOpenChange }: Props) {
  const t = useTranslations('navigation');
  const path = usePathname();
  const links = [...pages, { name: 'api', href: '/api', Icon: Braces }] as const;
  return (
    <Sheet side="left" isOpen={isOpen} onOpenChange={onOpenChange} title={t('pages')} className="w-72">
      <nav aria-label={t('pages')} className="flex flex-col gap-1">
        {links.map(({ name, href, Icon }) => {
          const current = isCurrent(href, path);
          return (
            <Link
              key={name}
              href={href}
              aria-current={current ? 'page' : undefined}
              onClick={() => onOpenChange(false)}
              className={cn(
                'flex h-11 items-center gap-3 rounded-md px-3 text-lg leading-none',
                current ? 'bg-selected font-medium' : 'text-soft',
              )}
            >
              <Icon aria-hidden className="size-5" />
              {t(name)}
            </Link>
          );
        })}
      </nav>
    </Sheet>
  );
}
