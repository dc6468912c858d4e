import type { ApiWords } from '#app/_lib/openapi/build-document.ts';
import type { JsonSchema } from '#app/_lib/openapi/json-schema.ts';
import { FieldTable } from '#app/(pages)/api/_view/field-table.tsx';
import { rowsOf } from '#app/(pages)/api/_view/rows-of.ts';

type Props = { schemas: Readonly<Record<string, JsonSchema>>; words: ApiWords };

export function ApiSchemas({ schemas, words }: Props) {
  return (
    <section aria-labelledby="schemas" className="flex flex-col gap-6">
      <div>
        <h2 id="schemas" className="scroll-mt-16 border-line border-b pb-1 font-semibold text-xl">
          {words.schemasTitle}
        </h2>
        <p className="mt-3 max-w-prose">{words.schemasIntro}</p>
      </div>
      {Object.entries(schemas).map(([name, schema]) => (
        <article
          key={name}
          id={`schema-${name}`}
          className="scroll-mt-16 rounded-lg border border-line bg-panel p-4 target:border-line-strong"
        >
          <h3 className="mb-2 font-mono text-base">{name}</h3>
          <FieldTable caption={words.fieldsTitle} words={words} rows={rowsOf(schema)} />
        </article>
      ))}
    </section>
  );
}
