import type { ReactNode } from 'react';

export function CardSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold text-base">{title}</h3>
      {children}
    </section>
  );
}
