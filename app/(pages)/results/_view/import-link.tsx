'use client';

import Upload from 'lucide-react/icons/upload';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button.tsx';

export function ImportLink() {
  const t = useTranslations('imports');
  return (
    <Link href="/results/import" className={buttonClass('plain', 'sm')}>
      <Upload aria-hidden />
      {t('open')}
    </Link>
  );
}
