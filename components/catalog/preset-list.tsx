import Plus from 'lucide-react/icons/plus';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { presetHref } from '#components/catalog/preset-href.ts';
import { buttonClass } from '#components/ui/button.tsx';
import type { AccessPreset, Card } from '#lib/catalog/schema.ts';

function Preset({ preset, cardId }: { preset: AccessPreset; cardId: string }) {
  const t = useTranslations('catalog.presets');
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="min-w-0">
          <p className="font-medium">{preset.name}</p>
          <p className="text-faint text-sm">
            {[
              t(`servers.${preset.server}`),
              t(`protocols.${preset.protocol}`),
              preset.template && t('template', { id: preset.template }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <Link
          href={presetHref(preset, cardId)}
          prefetch={false}
          aria-label={t('addNamed', { name: preset.name })}
          className={buttonClass('plain', 'sm')}
        >
          <Plus aria-hidden />
          {t('add')}
        </Link>
      </div>
      {preset.command && (
        <pre className="whitespace-pre-wrap break-words rounded-md border border-line bg-page p-2 font-mono text-xs">
          {preset.command}
        </pre>
      )}
    </li>
  );
}

type Props = { access: Card['access']; cardId: string };

/** Ready-made endpoints: the model itself first, then what came after it. */
export function PresetList({ access, cardId }: Props) {
  const t = useTranslations('catalog.presets');
  const groups = [
    { title: t('own'), presets: access.presets.filter(({ isSuccessor }) => !isSuccessor) },
    { title: t('successors'), presets: access.presets.filter(({ isSuccessor }) => isSuccessor) },
  ];
  if (access.presets.length === 0) {
    if (access.status === 'built-in') return null;
    return <p className="text-soft text-sm">{t(access.status === 'open-weights' ? 'noServer' : 'none')}</p>;
  }
  return groups.map(
    ({ title, presets }) =>
      presets.length > 0 && (
        <div key={title} className="flex flex-col gap-2">
          <h3 className="text-soft text-sm">{title}</h3>
          <ul className="divide-y divide-line">
            {presets.map((preset) => (
              <Preset key={`${preset.name} ${preset.server}`} preset={preset} cardId={cardId} />
            ))}
          </ul>
        </div>
      ),
  );
}
