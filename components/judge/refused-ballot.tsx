import { useMessages, useTranslations } from 'next-intl';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import type { BallotInput } from '#lib/preferences/ballot-schema.ts';

type Props = {
  code: string;
  message: string;
  input: BallotInput;
  lanes: readonly JudgeLane[];
  onDismiss: () => void;
};

/** A ballot the server will not take: why, and the words that were written, to be copied. */
export function RefusedBallot({ code, message, input, lanes, onDismiss }: Props) {
  const t = useTranslations('judge');
  const why = useRefusalWords()(code, message);
  const written = wordsOf(input, lanes);
  return (
    <Callout
      tone="bad"
      isAlert
      title={t('refused')}
      action={
        <>
          {written !== '' && (
            <Button size="sm" onClick={() => void navigator.clipboard.writeText(written)}>
              {t('copyWords')}
            </Button>
          )}
          <Button size="sm" onClick={onDismiss}>
            {t('dismiss')}
          </Button>
        </>
      }
    >
      <p>{why}</p>
      {written !== '' && (
        <pre className="mt-1 max-h-24 overflow-y-auto whitespace-pre-wrap text-sm">{written}</pre>
      )}
    </Callout>
  );
}

/** A code without words of its own is told in the server's. */
function useRefusalWords(): (code: string, message: string) => string {
  const t = useTranslations('errors.api');
  const words = useMessages().errors.api;
  return (code, message) => {
    const isKnown = (key: string): key is keyof typeof words => Object.hasOwn(words, key);
    return isKnown(code) ? t(code, { message, seconds: 0 }) : message;
  };
}

function wordsOf(input: BallotInput, lanes: readonly JudgeLane[]): string {
  const ofLanes = lanes.flatMap(({ laneId, label }) => {
    const rating = input.ratings[laneId];
    return [rating?.comment, rating?.ideal].flatMap((words) => (words ? [`${label}: ${words}`] : []));
  });
  return [...(input.comment ? [input.comment] : []), ...ofLanes].join('\n\n');
}
