'use client';

import Download from 'lucide-react/icons/download';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { toStandaloneSvg } from '#components/catalog/standalone-svg.ts';
import { Button } from '#components/ui/button.tsx';

/** Whatever is to stay in sight moves along by this. */
function followScroll(frame: HTMLElement): void {
  frame.style.setProperty('--scrolled', `${frame.scrollLeft}px`);
}

type Props = { fileName: string; legend: ReactNode; children: ReactNode };

/** A picture that scrolls sideways where the screen is narrow, and can be saved. */
export function SvgFigure({ fileName, legend: entries, children }: Props) {
  const t = useTranslations('catalog.pictures');
  const frame = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLDivElement>(null);
  // It may have been scrolled before this came to life.
  useEffect(() => {
    if (frame.current) followScroll(frame.current);
  }, []);
  function save(): void {
    const svg = frame.current?.querySelector('svg');
    if (!svg) return;
    const url = URL.createObjectURL(
      new Blob([toStandaloneSvg(svg, legend.current)], { type: 'image/svg+xml' }),
    );
    const link = document.createElement('a');
    link.href = url;
    link.download = `${fileName}.svg`;
    link.click();
    URL.revokeObjectURL(url);
  }
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="flex flex-wrap items-center justify-between gap-3 text-sm text-soft">
        <div ref={legend} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {entries}
        </div>
        <Button size="sm" onClick={save}>
          <Download aria-hidden />
          {t('save')}
        </Button>
      </figcaption>
      <div
        ref={frame}
        onScroll={({ currentTarget }) => followScroll(currentTarget)}
        className="overflow-x-auto rounded-lg border border-line bg-panel p-2 [&>svg]:mx-auto"
      >
        {children}
      </div>
    </figure>
  );
}
