import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CardName } from '#components/catalog/card-name.tsx';
import { CardSection } from '#components/catalog/card-section.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';
import type { LineageNode } from '#lib/catalog/lineage-tree.ts';

function Branch({ nodes }: { nodes: readonly LineageNode[] }) {
  return (
    <ul className="flex flex-col gap-1 [&_ul]:mt-1 [&_ul]:ml-1.5 [&_ul]:border-line [&_ul]:border-l [&_ul]:pl-3">
      {nodes.map(({ id, name, children }) => (
        <li key={id}>
          <Link href={`/catalog/${id}`} prefetch={false} className={textLinkClass}>
            <CardName name={name} />
          </Link>
          {children.length > 0 && <Branch nodes={children} />}
        </li>
      ))}
    </ul>
  );
}

type Props = {
  ancestors: readonly LineageNode[];
  descendants: readonly LineageNode[];
  external?: string | undefined;
};

/** The family of a card, both ways, each name a link. */
export function LineageLists({ ancestors, descendants, external }: Props) {
  const t = useTranslations('catalog');
  return (
    <CardSection level={2} title={t('lineageTitle')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="flex flex-col gap-1.5">
          <h3 className="text-soft text-sm">{t('parents')}</h3>
          {ancestors.length === 0 && !external && <p className="text-faint text-sm">{t('noParents')}</p>}
          <Branch nodes={ancestors} />
          {external && <p lang="en">{external}</p>}
        </div>
        <div className="flex flex-col gap-1.5">
          <h3 className="text-soft text-sm">{t('children')}</h3>
          {descendants.length === 0 ? (
            <p className="text-faint text-sm">{t('noChildren')}</p>
          ) : (
            <Branch nodes={descendants} />
          )}
        </div>
      </div>
    </CardSection>
  );
}
