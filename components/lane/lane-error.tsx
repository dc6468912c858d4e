import CircleAlert from 'lucide-react/icons/circle-alert';
import { useTranslations } from 'next-intl';
import type messages from '#messages/en.json';

type AskCode = keyof typeof messages.errors.ask;
type Props = { error: { code: string; message: string }; name: string };

/** Why a lane failed: what happened and what to do in our words, then the server's own. */
export function LaneError({ error, name }: Props) {
  const t = useTranslations('errors');
  const isKnown = (code: string): code is AskCode => t.has(`ask.${code}.what` as 'ask.unknown.what');
  const code = isKnown(error.code) ? error.code : 'unknown';
  return (
    <div className="flex gap-2 rounded-md border border-line border-s-2 border-s-bad bg-panel p-3">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="min-w-0 space-y-1 break-words">
        <p className="font-medium text-bad">{t(`ask.${code}.what`, { name })}</p>
        <p className="text-ink">{t(`ask.${code}.advice`)}</p>
        {error.message && (
          <p dir="auto" className="max-h-32 overflow-y-auto text-soft text-sm">
            {t('serverSaid', { message: error.message })}
          </p>
        )}
      </div>
    </div>
  );
}
