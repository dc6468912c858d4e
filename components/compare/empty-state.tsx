'use client';

import Plug from 'lucide-react/icons/plug';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Setup } from '#components/compare/setup.ts';
import { buttonClass } from '#components/ui/button.tsx';

const prompts = [
  'understood',
  'catalog',
  'sky',
  'bug',
  'riddle',
  'table',
  'letter',
  'maths',
  'translate',
] as const;

/** The programs that are always there, by endpoint id. */
const demos = new Set(['eliza', 'shannon', 'librarian']);

type Props = {
  setup: Setup;
  /** Null while nothing can be sent; the prompts then wait. */
  onTry: ((prompt: string) => void) | null;
};

/** What this place is for, and a first click that works. */
export function EmptyCompare({ setup, onTry }: Props) {
  const t = useTranslations('compare.empty');
  const hasDemosOnly = setup.lanes.every((lane) => demos.has(lane.endpointId));
  const tPrompts = useTranslations('compare.prompts');
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-4xl flex-col justify-center gap-6 p-4">
        <div className="text-center">
          <h1 className="font-semibold text-xl">{t('title')}</h1>
          <p className="mx-auto mt-2 max-w-prose text-soft">
            {t(hasDemosOnly ? 'description' : 'ownDescription')}
          </p>
          <Link href="/endpoints" prefetch={false} className={`${buttonClass('plain', 'sm')} mt-3`}>
            <Plug aria-hidden />
            {t('addModels')}
          </Link>
        </div>
        <section aria-label={t('tryThese')}>
          <h2 className="mb-2 font-medium text-faint text-sm">{t('tryThese')}</h2>
          <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
            {prompts.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  disabled={!onTry}
                  onClick={() => onTry?.(tPrompts(`${name}.text`))}
                  className="flex size-full flex-col gap-1 rounded-lg border border-line bg-panel p-3 text-start hover:bg-hover disabled:opacity-55"
                >
                  <span className="font-medium">{tPrompts(`${name}.title`)}</span>
                  <span className="line-clamp-2 break-words text-soft text-sm">
                    {tPrompts(`${name}.text`)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
