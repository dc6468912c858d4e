import type { ApiWords } from '#app/_lib/openapi/build-document.ts';
import type { FieldRow } from '#app/(pages)/api/_view/rows-of.ts';
import { TypeWords } from '#app/(pages)/api/_view/type-words.tsx';

type Props = { caption: string; rows: readonly FieldRow[]; words: ApiWords };

// Here and not on each cell: there are a thousand of them.
const tableClass =
  'w-full table-fixed border-collapse text-sm [&_small]:ms-2 [&_small]:text-faint [&_small]:text-xs [&_td]:break-words [&_td]:py-1.5 [&_td]:pe-3 [&_td]:text-soft [&_th]:break-words [&_th]:py-1.5 [&_th]:pe-3 [&_th]:text-start [&_th]:font-normal sm:[&_th]:w-1/3 [&_tbody_tr]:border-line [&_tbody_tr]:border-t [&_tr]:align-top max-sm:[&_td]:block max-sm:[&_td]:py-0 max-sm:[&_th]:block max-sm:[&_th]:py-0 max-sm:[&_tr]:block max-sm:[&_tr]:py-1.5';

/** Fields of a request or an answer; on a phone each takes a block. */
export function FieldTable({ caption, rows, words }: Props) {
  const hasMeanings = rows.some(({ meaning }) => meaning);
  return (
    <table className={tableClass}>
      <caption className="pb-1 text-start font-medium text-faint text-sm">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th>{words.name}</th>
          <th>{words.type}</th>
          {hasMeanings && <th>{words.meaning}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, note, required, schema, meaning }) => (
          <tr key={`${note} ${name}`}>
            <th scope="row">
              <code>{name}</code>
              {note && <small>{note}</small>}
              {required && <small>{words.required}</small>}
            </th>
            <td>
              <TypeWords schema={schema} />
              {schema.default !== undefined && (
                <small>
                  {words.defaultValue} {JSON.stringify(schema.default)}
                </small>
              )}
            </td>
            {hasMeanings && <td>{meaning}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
