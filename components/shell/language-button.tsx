'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Tooltip } from '#components/ui/tooltip.tsx';
import { setLocale } from '#i18n/set-locale.ts';

export function LanguageButton() {
  const t = useTranslations('navigation');
  const locale = useLocale();
  const [isChanging, startChange] = useTransition();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <Tooltip content={t('switchLanguage')}>
      <Button
        tone="quiet"
        aria-label={`中/EN, ${t('switchLanguage')}`}
        disabled={isChanging}
        onClick={() => startChange(() => setLocale(other))}
        className="w-auto px-2"
      >
        <span aria-hidden className="flex">
          <span className={locale === 'en' ? 'text-faint' : 'text-ink'}>中</span>
          <span className="px-0.5 text-faint">/</span>
          <span className={locale === 'en' ? 'text-ink' : 'text-faint'}>EN</span>
        </span>
      </Button>
    </Tooltip>
  );
}
