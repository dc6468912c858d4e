import type { ReactNode } from 'react';

/** `level`: 3 in a sheet, whose title is the second; 2 on a page. */
export type SectionLevel = 2 | 3;

type Props = { title: string; level?: SectionLevel; children: ReactNode };

export function CardSection({ title, level = 3, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <Heading className="font-semibold text-base">{title}</Heading>
      {children}
    </section>
  );
}
