'use client';

import Download from 'lucide-react/icons/download';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';

const kept = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'font-family',
  'paint-order',
];

/** A copy that needs no style sheet: every colour and size is written on the element itself. */
function toStandalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of kept) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
    if (element.localName === 'a')
      element.setAttribute('href', new URL(element.getAttribute('href') ?? '', location.href).href);
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('style', `background:${getComputedStyle(document.documentElement).backgroundColor}`);
  return new XMLSerializer().serializeToString(copy);
}

type Props = { fileName: string; legend?: ReactNode; children: ReactNode };

/** Whatever is to stay in sight moves along by this. */
function followScroll(frame: HTMLElement): void {
  frame.style.setProperty('--scrolled', `${frame.scrollLeft}px`);
}

/** A picture that scrolls sideways where the screen is narrow, and can be saved. */
export function SvgFigure({ fileName, legend, children }: Props) {
  const t = useTranslations('catalog.pictures');
  const frame = useRef<HTMLDivElement>(null);
  // It may have been scrolled before this came to life.
  useEffect(() => {
    if (frame.current) followScroll(frame.current);
  }, []);
  function save(): void {
    const svg = frame.current?.querySelector('svg');
    if (!svg) return;
    const url = URL.createObjectURL(new Blob([toStandalone(svg)], { type: 'image/svg+xml' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${fileName}.svg`;
    link.click();
    URL.revokeObjectURL(url);
  }
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="flex flex-wrap items-center justify-between gap-3 text-sm text-soft">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">{legend}</div>
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
