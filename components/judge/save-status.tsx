import Check from 'lucide-react/icons/check';
import CloudOff from 'lucide-react/icons/cloud-off';
import { useTranslations } from 'next-intl';
import type { JudgeSaveState } from '#components/judge/judge-types.ts';
import { Spinner } from '#components/ui/spinner.tsx';

/** Says, also to screen readers, where the ballot is. */
export function SaveStatus({ state }: { state: JudgeSaveState }) {
  return (
    <p role="status" className="flex min-h-5 items-center gap-1.5 text-sm [&_svg]:size-4">
      <StatusWords state={state} />
    </p>
  );
}

function StatusWords({ state }: { state: JudgeSaveState }) {
  const t = useTranslations('judge');
  switch (state.kind) {
    case 'idle':
    case 'failed':
      return null;
    case 'saving':
      return (
        <span className="flex items-center gap-1.5 text-soft">
          <Spinner />
          {t('saving')}
        </span>
      );
    case 'saved':
      return (
        <span className="flex items-center gap-1.5 text-good">
          {state.revision > 1 ? t('savedRevision', { revision: state.revision }) : t('saved')}
          <Check aria-hidden />
        </span>
      );
    case 'kept':
      return (
        <span className="flex items-center gap-1.5 text-warn">
          <CloudOff aria-hidden />
          {state.isDurable ? t('kept') : t('keptInPage')}
        </span>
      );
  }
}
