import { useLocale } from 'next-intl';

const chinese = /(\p{Script=Han}+)/u;

/** The name of a card: what is Chinese in it says so on a page that is not, for voices and fonts. */
export function CardName({ name }: { name: string }) {
  const locale = useLocale();
  if (locale === 'zh-CN' || !chinese.test(name)) return name;
  // Split at a group, every second part is what the group matched.
  return name.split(chinese).map((part, index) =>
    index % 2 === 1 ? (
      <span key={part} lang="zh-CN">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
