import type { ApiWords } from '#app/_lib/openapi/build-document.ts';
import { componentOf } from '#app/_lib/openapi/json-schema.ts';
import { FieldTable } from '#app/(pages)/api/_view/field-table.tsx';
import type { ListedOperation } from '#app/(pages)/api/_view/list-operations.ts';
import { rowsOf } from '#app/(pages)/api/_view/rows-of.ts';
import { TypeWords } from '#app/(pages)/api/_view/type-words.tsx';

type Props = { operation: ListedOperation; words: ApiWords };

const labelClass = 'font-medium text-faint text-sm';

export function ApiOperation({ operation, words }: Props) {
  const { operationId, method, path, summary, parameters = [] } = operation;
  return (
    <article
      id={operationId}
      className="flex scroll-mt-16 flex-col gap-3 rounded-lg border border-line bg-panel p-4 target:border-line-strong"
    >
      <h3 className="break-words font-mono text-base">
        <span className="me-2 rounded-sm bg-selected px-1.5 py-0.5 font-semibold text-sm">{method}</span>
        {path}
      </h3>
      <p className="max-w-prose">{summary}</p>
      {parameters.length > 0 && (
        <FieldTable
          caption={words.parameters}
          words={words}
          rows={parameters.map(({ name, in: place, required, description, schema }) => ({
            name,
            note: words.where[place],
            required,
            schema,
            meaning: description,
          }))}
        />
      )}
      <Body operation={operation} words={words} />
      <Answers operation={operation} words={words} />
      <Errors operation={operation} words={words} />
    </article>
  );
}

function Body({ operation: { requestBody }, words }: Props) {
  if (!requestBody) return null;
  const entries = Object.entries(requestBody.content);
  const [first] = entries;
  const isInline = first !== undefined && componentOf(first[1].schema) === null && first[1].schema.properties;
  if (isInline) {
    return <FieldTable caption={words.body} words={words} rows={rowsOf(first[1].schema)} />;
  }
  return (
    <div>
      <p className={labelClass}>{words.body}</p>
      <ul>
        {entries.map(([type, { schema }]) => (
          <li key={type}>
            <code>{type}</code> <TypeWords schema={schema} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Answers({ operation: { responses }, words }: Props) {
  const answers = Object.entries(responses).filter(([status]) => status < '300');
  return (
    <div>
      <p className={labelClass}>{words.answersTitle}</p>
      <ul>
        {answers.map(([status, { description, content = {} }]) => (
          <li key={status}>
            <span className="tabular font-medium">{status}</span>{' '}
            <span className="text-soft">{description}</span>
            <ul className="ps-4">
              {Object.entries(content).map(([type, { schema }]) => (
                <li key={type} className="break-words">
                  <code className="text-soft">{type}</code> <TypeWords schema={schema} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Errors({ operation: { responses }, words }: Props) {
  const errors = Object.entries(responses).filter(([status]) => status >= '300');
  return (
    <details>
      <summary className={`${labelClass} w-fit cursor-pointer touch:py-2.5`}>
        {words.errorsTitle} <span className="tabular">{errors.map(([status]) => status).join(' · ')}</span>
      </summary>
      <ul className="mt-1">
        {errors.map(([status, { description }]) => (
          <li key={status}>
            <span className="tabular font-medium">{status}</span>{' '}
            <span className="text-soft">{description.replaceAll('`', '')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
