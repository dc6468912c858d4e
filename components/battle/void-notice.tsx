import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';

type Props = { isStopped: boolean; onAgain: () => void };

/** The battle cannot be judged; its prompt is not lost. */
export function VoidNotice({ isStopped, onAgain }: Props) {
  const t = useTranslations('battle.void');
  return (
    <Callout
      tone="warn"
      title={t(isStopped ? 'stopped' : 'failed')}
      action={
        <Button size="sm" onClick={onAgain}>
          {t('again')}
        </Button>
      }
    />
  );
}
