import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Colour = { l: number; c: number; h: number; alpha: number };
type Rgb = [number, number, number];

const css = readFileSync('app/globals.css', 'utf8');

function readTokens(selector: string): Map<string, Colour> {
  const block = new RegExp(`^${selector} \\{([^}]*)\\}`, 'm').exec(css)?.[1] ?? '';
  const colours = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)/g);
  return new Map(
    [...colours].map(([, name = '', l, c, h, alpha]) => [
      name,
      { l: Number(l), c: Number(c), h: Number(h), alpha: Number(alpha ?? 1) },
    ]),
  );
}

/** OKLCH to linear sRGB, clipped. Matrices: Björn Ottosson, "A perceptual color space for image processing" (2020). */
function toLinear({ l, c, h }: Colour): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb: Rgb = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  return rgb.map((value) => Math.min(1, Math.max(0, value))) as Rgb;
}

const encode = (x: number) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055);
const decode = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);

/** A translucent colour on an opaque one, mixed in sRGB as browsers do. */
function over(top: Colour, ground: Rgb): Rgb {
  const front = toLinear(top);
  return ground.map((value, index) =>
    decode(encode(front[index] ?? 0) * top.alpha + encode(value) * (1 - top.alpha)),
  ) as Rgb;
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return lighter / darker;
}

test.each([':root', '\\.dark'])('text and marks of %s stand out from every surface', (selector) => {
  const tokens = readTokens(selector);
  const get = (name: string): Colour => tokens.get(name) ?? expect.fail(`no token ${name}`);
  for (const surface of ['page', 'panel', 'raised']) {
    const plain = toLinear(get(surface));
    for (const ground of [plain, over(get('hover'), plain), over(get('selected'), plain)]) {
      for (const text of ['ink', 'soft', 'faint', 'accent-text', 'good', 'warn', 'bad']) {
        expect(contrast(toLinear(get(text)), ground), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const mark of ['line-strong', 'accent']) {
      expect(contrast(toLinear(get(mark)), plain), `${mark} on ${surface}`).toBeGreaterThanOrEqual(3);
    }
  }
  for (const button of ['accent', 'accent-hover']) {
    expect(contrast(toLinear(get('on-accent')), toLinear(get(button))), button).toBeGreaterThanOrEqual(4.5);
  }
});
