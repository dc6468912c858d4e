import ArrowDown from 'lucide-react/icons/arrow-down';
import { useTranslations } from 'next-intl';
import { IconButton } from '#components/ui/icon-button.tsx';

type Props = { isShown: boolean; onPress: () => void };

/** Floats over the end of a scroller that is not at its end. */
export function ToEndButton({ isShown, onPress }: Props) {
  const t = useTranslations('compare');
  if (!isShown) return null;
  return (
    <IconButton
      label={t('jumpToEnd')}
      icon={<ArrowDown aria-hidden />}
      tone="plain"
      tooltipSide="top"
      className="absolute end-4 bottom-3 z-20 rounded-full bg-raised shadow-float"
      onClick={onPress}
    />
  );
}
