import { useTranslations } from 'next-intl';
import type { CardFactEntry } from '#components/catalog/use-card-facts.tsx';

/** The document's own cell in a sentence; it leaves the last column blank where a model is open. */
export function StatedText({ fact }: { fact: Pick<CardFactEntry, 'stated' | 'isReadAsOpen'> }) {
  const t = useTranslations('catalog');
  if (fact.stated === null) return t(fact.isReadAsOpen ? 'asStatedBlankOpen' : 'asStatedBlank');
  return t.rich('asStated', {
    value: fact.stated ?? '',
    cell: (cell) => <span lang="zh-CN">{cell}</span>,
  });
}
