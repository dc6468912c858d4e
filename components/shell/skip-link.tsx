import { useTranslations } from 'next-intl';

export function SkipLink() {
  const t = useTranslations('navigation');
  return (
    <a
      href="#main"
      className="fixed top-1 left-1 z-60 -translate-y-16 rounded-md bg-raised px-3 py-2 shadow-float focus:translate-y-0"
    >
      {t('skipToContent')}
    </a>
  );
}
