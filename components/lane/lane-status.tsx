import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CirclePause from 'lucide-react/icons/circle-pause';
import CircleStop from 'lucide-react/icons/circle-stop';
import PenLine from 'lucide-react/icons/pen-line';
import { useTranslations } from 'next-intl';
import { cn } from '#components/ui/class-names.ts';
import type { Response } from '#lib/arena/schema.ts';

export type ShownStatus = Response['status'] | 'thinking';

const looks = {
  pending: { Icon: CircleDashed, ink: 'text-faint' },
  thinking: { Icon: CircleDashed, ink: 'text-soft' },
  streaming: { Icon: PenLine, ink: 'text-soft' },
  complete: { Icon: CircleCheck, ink: 'text-good' },
  stopped: { Icon: CircleStop, ink: 'text-warn' },
  failed: { Icon: CircleAlert, ink: 'text-bad' },
  interrupted: { Icon: CirclePause, ink: 'text-warn' },
} as const satisfies Record<ShownStatus, unknown>;

/** A lane that has reasoned but not spoken yet is thinking. */
export function shownStatus(response: Response): ShownStatus {
  return response.status === 'streaming' && response.text === '' ? 'thinking' : response.status;
}

type Props = {
  status: ShownStatus;
  /** How many its endpoint answers before this lane; null or left out unless it waits. */
  ahead?: number | null;
};

export function LaneStatus({ status, ahead = null }: Props) {
  const t = useTranslations('lane.status');
  const { Icon, ink } = looks[status];
  return (
    <span className={cn('flex shrink-0 items-center gap-1 text-xs', ink)}>
      <Icon aria-hidden className="size-3.5" />
      {status === 'pending' && ahead !== null ? t('queued', { ahead }) : t(status)}
    </span>
  );
}
