import { Fragment, type ReactNode } from 'react';
import { componentOf, type JsonSchema } from '#app/_lib/openapi/json-schema.ts';
import { textLinkClass } from '#components/catalog/text-link.ts';

/** What a field can be, as briefly as a programmer would say it. */
export function TypeWords({ schema }: { schema: JsonSchema }): ReactNode {
  const component = componentOf(schema);
  if (component) {
    return (
      <a href={`#schema-${component}`} className={textLinkClass}>
        {component}
      </a>
    );
  }
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return <Variants variants={variants} />;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.items) {
    return (
      <>
        <TypeWords schema={schema.items} />
        []{bounds(schema.minItems, schema.maxItems)}
      </>
    );
  }
  const values = schema.additionalProperties;
  if (!schema.properties && typeof values === 'object' && Object.keys(values).length > 0) {
    return (
      <>
        {'{ * : '}
        <TypeWords schema={values} />
        {' }'}
      </>
    );
  }
  return plainWords(schema);
}

function Variants({ variants }: { variants: readonly JsonSchema[] }) {
  return variants.map((variant, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: variants have no names and never move
    <Fragment key={index}>
      {index > 0 && ' | '}
      <TypeWords schema={variant} />
    </Fragment>
  ));
}

function plainWords(schema: JsonSchema): string {
  const { type = 'any', format, minimum, maximum, minLength, maxLength } = schema;
  const words = [type].flat().join(' | ') + (format ? ` (${format})` : '');
  return words + bounds(minimum, maximum) + bounds(minLength, maxLength);
}

function bounds(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined)
    return ` ${least.toLocaleString('en')}–${most.toLocaleString('en')}`;
  if (most !== undefined) return ` ≤ ${most.toLocaleString('en')}`;
  return least === undefined ? '' : ` ≥ ${least}`;
}
