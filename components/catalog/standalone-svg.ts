const namespace = 'http://www.w3.org/2000/svg';

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

/** Pixels: around the legend, from entry to entry, and of one of its lines. */
const legendSpace = { edge: 12, gap: 20, line: 22 };

/** The picture in the page as a file of its own: no style sheet is needed, and its legend stands under it. */
export function toStandaloneSvg(svg: SVGSVGElement, legend: Element | null): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  writeStyles([svg, ...svg.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]);
  for (const link of copy.querySelectorAll('a')) {
    link.setAttribute('href', new URL(link.getAttribute('href') ?? '', location.href).href);
  }
  if (legend) appendLegend(copy, legend);
  copy.setAttribute('xmlns', namespace);
  copy.setAttribute('style', `background:${getComputedStyle(document.documentElement).backgroundColor}`);
  return new XMLSerializer().serializeToString(copy);
}

/** Every colour and size goes onto the element itself. */
function writeStyles(originals: readonly Element[], copies: readonly Element[]): void {
  for (const [index, element] of copies.entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of kept) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
  }
}

/** Each entry is a mark, drawn as an svg of 16 by 16 pixels, and its words. */
function appendLegend(copy: SVGSVGElement, legend: Element): void {
  const width = copy.width.baseVal.value;
  let x = legendSpace.edge;
  let y = copy.height.baseVal.value + legendSpace.edge;
  for (const entry of legend.children) {
    const words = entry.textContent ?? '';
    const room = 22 + entry.getBoundingClientRect().width;
    if (x > legendSpace.edge && x + room > width) {
      x = legendSpace.edge;
      y += legendSpace.line;
    }
    const group = document.createElementNS(namespace, 'g');
    group.setAttribute('transform', `translate(${x} ${y})`);
    for (const mark of entry.querySelectorAll('svg > *')) {
      const markCopy = mark.cloneNode(true);
      if (!(markCopy instanceof Element)) continue;
      writeStyles([mark], [markCopy]);
      group.append(markCopy);
    }
    const text = document.createElementNS(namespace, 'text');
    writeStyles([entry], [text]);
    text.setAttribute('fill', getComputedStyle(entry).color);
    text.setAttribute('x', '22');
    text.setAttribute('y', '12');
    text.textContent = words;
    group.append(text);
    copy.append(group);
    x += room + legendSpace.gap;
  }
  copy.setAttribute('height', `${y + legendSpace.line + legendSpace.edge}`);
}
