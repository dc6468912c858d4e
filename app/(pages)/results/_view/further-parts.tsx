'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { DisclosureButton } from '#components/judge/disclosure-button.tsx';
import type { Preference } from '#lib/preferences/log-schema.ts';

const ResultHistory = dynamic(() =>
  import('#app/(pages)/results/_view/result-history.tsx').then((module) => module.ResultHistory),
);

/** Revisions, reasons not to count, requests: fetched when somebody looks. */
export function FurtherParts({ preference }: { preference: Preference }) {
  const t = useTranslations('results');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <section className="flex flex-col items-start gap-3">
      <DisclosureButton isOpen={isOpen} controls={id} onToggle={setIsOpen}>
        {t('history.title')}
      </DisclosureButton>
      {isOpen && (
        <div id={id} className="w-full">
          <ResultHistory preference={preference} />
        </div>
      )}
    </section>
  );
}
