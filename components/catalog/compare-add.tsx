import Plus from 'lucide-react/icons/plus';
import Form from 'next/form';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';
import type { CardLink } from '#lib/catalog/schema.ts';

/** Brings one more card into the comparison; works without script. */
export function CompareAdd({ ids, choices }: { ids: readonly string[]; choices: readonly CardLink[] }) {
  const t = useTranslations('catalog.compare');
  return (
    <Form action="/catalog/compare" className="flex gap-2">
      {ids.length > 0 && <input type="hidden" name="ids" value={ids.join(',')} />}
      <select
        name="ids"
        required
        defaultValue=""
        aria-label={t('choose')}
        className={cn(controlClass, 'h-8 max-w-64')}
      >
        <option value="" disabled>
          {t('choose')}
        </option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button type="submit">
        <Plus aria-hidden />
        {t('add')}
      </Button>
    </Form>
  );
}
