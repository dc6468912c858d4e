'use client';

import Plug from 'lucide-react/icons/plug';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Setup } from '#components/compare/setup.ts';
import { PromptCards } from '#components/prompts/prompt-cards.tsx';
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
        <PromptCards
          title={t('tryThese')}
          cards={prompts.map((name) => ({
            name,
            title: tPrompts(`${name}.title`),
            text: tPrompts(`${name}.text`),
          }))}
          className="sm:grid-cols-2 lg:grid-cols-3"
          onTry={onTry}
        />
      </div>
    </div>
  );
}
