import { useTranslations } from 'next-intl';
import type { AnswerDiff, DiffPart } from '#components/diff/diff-answers.ts';
import { useAnswerDiff } from '#components/diff/use-answer-diff.ts';
import { LaneLetter } from '#components/lane-letter/lane-letter.tsx';
import { cn } from '#components/ui/class-names.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { LaneLabel } from '#lib/arena/schema.ts';

export type DiffLane = { laneId: string; label: LaneLabel; name: string | null; text: string };

type Props = { from: DiffLane; to: DiffLane; isSideBySide: boolean };

export function DiffView({ from, to, isSideBySide }: Props) {
  const t = useTranslations('diff');
  const diff = useAnswerDiff(from.text, to.text);
  if (diff === null) {
    return (
      <div role="status">
        <span className="sr-only">{t('working')}</span>
        <Skeleton className="h-48" />
      </div>
    );
  }
  return (
    <>
      <DiffSummary diff={diff} from={from} to={to} />
      {isSideBySide ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <DiffText parts={diff.parts} from={from} to={to} only="removed" />
          <DiffText parts={diff.parts} from={from} to={to} only="added" />
        </div>
      ) : (
        <DiffText parts={diff.parts} from={from} to={to} only={null} />
      )}
    </>
  );
}

function DiffSummary({ diff, from, to }: { diff: AnswerDiff; from: DiffLane; to: DiffLane }) {
  const t = useTranslations('diff');
  const labels = { from: from.label, to: to.label };
  const counts = { ...labels, removed: diff.removed, added: diff.added };
  const isSame = diff.removed === 0 && diff.added === 0 && from.text === to.text;
  return (
    <div className="mb-3 flex flex-col gap-1 text-sm">
      <p role="status" className="tabular">
        {isSame && t('same')}
        {!isSame && (diff.unit === 'words' ? t('countsWords', counts) : t('countsLines', counts))}
      </p>
      {diff.unit === 'lines' && <p className="text-warn">{t('byLine')}</p>}
      {diff.unit === 'whole' && <p className="text-warn">{t('whole')}</p>}
      {!isSame && <p className="text-faint">{t('legend', labels)}</p>}
    </div>
  );
}

type TextProps = {
  parts: readonly DiffPart[];
  from: DiffLane;
  to: DiffLane;
  /** In one of two columns: the side shown. Null shows both in one. */
  only: 'removed' | 'added' | null;
};

function DiffText({ parts, from, to, only }: TextProps) {
  const shown = parts.filter((part) => only === null || part.kind === 'same' || part.kind === only);
  const heading = only === 'removed' ? from : to;
  return (
    <div className="min-w-0">
      {only !== null && (
        <h3 className="mb-1 flex items-center gap-2 font-medium">
          <LaneLetter label={heading.label} />
          {heading.name}
        </h3>
      )}
      <div dir="auto" className="whitespace-pre-wrap break-words text-lg">
        {shown.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one diff never change places
          <DiffSpan key={index} part={part} label={part.kind === 'removed' ? from.label : to.label} />
        ))}
      </div>
    </div>
  );
}

/** Line and words tell a change; the tint only helps the eye. */
function DiffSpan({ part, label }: { part: DiffPart; label: string }) {
  const t = useTranslations('diff');
  if (part.kind === 'same') return part.text;
  const Mark = part.kind === 'removed' ? 'del' : 'ins';
  return (
    <Mark
      className={cn(
        'decoration-2 [box-decoration-break:clone]',
        part.kind === 'removed' ? 'bg-bad/12 text-bad line-through' : 'bg-good/14 text-good underline',
      )}
    >
      <span className="sr-only">{t('onlyStart', { label })}</span>
      {part.text}
      <span className="sr-only">{t('onlyEnd')}</span>
    </Mark>
  );
}
