import ThumbsDown from 'lucide-react/icons/thumbs-down';
import ThumbsUp from 'lucide-react/icons/thumbs-up';
import { useTranslations } from 'next-intl';
import { ToggleGroup } from '#components/ui/toggle-group.tsx';

type Thumb = 'up' | 'down';

export function ThumbChoice({
  value,
  onChange,
}: {
  value: Thumb | null;
  onChange: (thumb: Thumb | null) => void;
}) {
  const t = useTranslations('judge');
  return (
    <ToggleGroup
      label={t('thumb')}
      canBeEmpty
      value={value}
      onChange={onChange}
      className="self-start"
      options={[
        { value: 'up', label: t('thumbUp'), icon: <ThumbsUp aria-hidden /> },
        { value: 'down', label: t('thumbDown'), icon: <ThumbsDown aria-hidden /> },
      ]}
    />
  );
}
