import { describe, expect, it } from 'vitest';
import { htmlAsText } from '#components/markdown/html-as-text.ts';
import { imagesAsLinks } from '#components/markdown/images-as-links.ts';
import { cutLongText, foldedLength } from '#components/markdown/long-text.ts';
import { withMathSigns } from '#components/markdown/math-signs.ts';

describe('withMathSigns', () => {
  it.each([
    ['so $x^2$ it is', 'so $$x^2$$ it is'],
    ['costs $5 to $10', 'costs $5 to $10'],
    ['costs $5-$10 or US$7', 'costs $5-$10 or US$7'],
    ['inline \\(a+b\\) here', 'inline $$a+b$$ here'],
    ['\\[ a = b \\]', '\n$$\na = b\n$$\n'],
    ['so\n\n$$ a = b $$\n\nit is', 'so\n\n$$\na = b\n$$\n\nit is'],
    ['1. so\n   $$a$$', '1. so\n   $$\n   a\n   $$'],
    ['already $$a$$ fine', 'already $$a$$ fine'],
    ['code `$x$` stays, $y$ not', 'code `$x$` stays, $$y$$ not'],
    ['```sh\necho $a $b$\n```\n$z$', '```sh\necho $a $b$\n```\n$$z$$'],
    ['```sh\nstill open $a$', '```sh\nstill open $a$'],
    ['不等式$a<b$成立', '不等式$$a<b$$成立'],
    ['an open \\(a', 'an open \\(a'],
    ['escaped \\$5 and 6$', 'escaped \\$5 and 6$'],
  ])('%s', (text, mended) => {
    expect(withMathSigns(text)).toBe(mended);
  });
});

describe('htmlAsText', () => {
  it.each([
    ['<br>', 'html'],
    ['<sub>2</sub>', 'html'],
    ['<think>', 'text'],
    ['<int>', 'text'],
    ['<script>alert(1)</script>', 'text'],
    ['<div><custom-part></div>', 'text'],
    ['<!-- note -->', 'text'],
  ])('%s is %s', (value, type) => {
    const tree = { type: 'root', children: [{ type: 'html', value }] };
    htmlAsText()(tree);
    expect(tree.children[0]?.type).toBe(type);
  });
});

describe('imagesAsLinks', () => {
  it('leaves no image behind', () => {
    const image = { type: 'image', alt: 'a cat', url: 'https://example.org/cat.png' };
    const tree = { type: 'root', children: [{ ...image }, { type: 'link', children: [{ ...image }] }] };
    imagesAsLinks()(tree);
    expect(JSON.stringify(tree)).not.toContain('"image"');
    expect(tree.children[0]).toMatchObject({ type: 'link', url: image.url });
    expect(tree.children[1]).toMatchObject({ type: 'link', children: [{ type: 'text', value: '🖼 a cat' }] });
  });
});

describe('cutLongText', () => {
  it('keeps short answers whole and cuts long ones at the end of a line', () => {
    expect(cutLongText('short')).toBe('short');
    const line = `${'x'.repeat(99)}\n`;
    const long = line.repeat(1000);
    const cut = cutLongText(long);
    expect(cut.length).toBeLessThanOrEqual(foldedLength);
    expect(cut.length % line.length).toBe(0);
    expect(long.startsWith(cut)).toBe(true);
    expect(cutLongText('x'.repeat(100_000))).toHaveLength(foldedLength);
  });
});
