import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';

type Props = {
  /** Rows that are there already. */
  shown: number;
  /** Rows that would come. */
  next: number;
  /** Stays the same. */
  onMore: () => void;
};

/** Brings more rows once it comes into sight; a button for whoever gets there by key. */
export function MoreRows({ shown, next, onMore }: Props) {
  const t = useTranslations('catalog.table');
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again after rows came, since it may still be in sight.
  useEffect(() => {
    if (!button.current) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
    });
    watch.observe(button.current);
    return () => watch.disconnect();
  }, [onMore, shown]);
  return (
    <Button ref={button} onClick={onMore} className="self-center">
      {t('showMore', { count: next })}
    </Button>
  );
}
