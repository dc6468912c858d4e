import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { errorCodes } from '#lib/errors.ts';
import { rowFaultWords } from '#lib/records/row-fault-words.ts';
import en from '#messages/en.json' with { type: 'json' };
import zhCN from '#messages/zh-CN.json' with { type: 'json' };

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** Names of the arguments and tags of a message, wherever they stand. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [element.value, ...argumentsOf(element.children)];
      case TYPE.plural:
      case TYPE.select:
        return [
          element.value,
          ...Object.values(element.options).flatMap((option) => argumentsOf(option.value)),
        ];
      default:
        return [element.value];
    }
  });
}

const english = new Map(flatten(en));
const chinese = new Map(flatten(zhCN));

test('both languages have the same keys', () => {
  expect([...chinese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
});

test.each([
  ['en', english],
  ['zh-CN', chinese],
])('%s has no empty message and no broken one', (_, messages) => {
  for (const [key, text] of messages) {
    expect(text.trim(), key).not.toBe('');
    expect(() => parse(text), `${key}: ${text}`).not.toThrow();
  }
});

test('both languages use the same arguments', () => {
  for (const [key, text] of english) {
    const translated = chinese.get(key);
    if (translated === undefined) continue;
    expect([...new Set(argumentsOf(parse(translated)))].toSorted(), key).toEqual(
      [...new Set(argumentsOf(parse(text)))].toSorted(),
    );
  }
});

test('every error of the API has words', () => {
  expect(Object.keys(en.errors.api)).toEqual(
    expect.arrayContaining([...errorCodes, 'offline', 'bad-answer']),
  );
});

test('the page and the API say alike in English why a row cannot be taken', () => {
  expect(en.imports.reasons).toEqual(rowFaultWords);
});
