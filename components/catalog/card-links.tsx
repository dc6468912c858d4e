import Link from 'next/link';
import { useLocale } from 'next-intl';
import { CardName } from '#components/catalog/card-name.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';

/** The names of some cards, each leading to its page. */
export function CardLinks({ cards }: { cards: readonly { id: string; name: string }[] }) {
  const separator = useLocale() === 'zh-CN' ? '、' : ', ';
  return cards.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && separator}
      <Link href={`/catalog/${id}`} prefetch={false} className={textLinkClass}>
        <CardName name={name} />
      </Link>
    </span>
  ));
}
