import type { ApiDocument, ApiWords } from '#app/_lib/openapi/build-document.ts';
import { topics } from '#app/_lib/operations/operation.ts';
import { ApiContents } from '#app/(pages)/api/_view/api-contents.tsx';
import { ApiEvents } from '#app/(pages)/api/_view/api-events.tsx';
import { ApiExample } from '#app/(pages)/api/_view/api-example.tsx';
import { ApiOperation } from '#app/(pages)/api/_view/api-operation.tsx';
import { ApiSchemas } from '#app/(pages)/api/_view/api-schemas.tsx';
import { listOperations } from '#app/(pages)/api/_view/list-operations.ts';
import { buttonClass } from '#components/ui/button.tsx';

type Props = { document: ApiDocument; words: ApiWords; host: string };

/** The document of the API as a page: nothing stands here that programs cannot read there. */
export function ApiReference({ document, words, host }: Props) {
  const operations = listOperations(document);
  return (
    <div className="mx-auto grid w-full max-w-7xl gap-8 p-4 sm:p-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <ApiContents operations={operations} words={words} />
      <div className="flex min-w-0 flex-col gap-10">
        <header className="flex flex-col items-start gap-3">
          <h1 className="font-semibold text-xl">{words.title}</h1>
          <p className="max-w-prose">{words.intro}</p>
          <p className="max-w-prose text-soft">{words.safety}</p>
          <a href="/api/v1/openapi.json" className={buttonClass('plain')}>
            {words.document}
          </a>
          <ApiExample title={words.example} host={host} />
        </header>
        {topics.map((topic) => (
          <section key={topic} aria-labelledby={topic} className="flex flex-col gap-6">
            <h2 id={topic} className="scroll-mt-16 border-line border-b pb-1 font-semibold text-xl">
              {words.topics[topic]}
            </h2>
            {operations
              .filter((operation) => operation.topic === topic)
              .map((operation) => (
                <ApiOperation key={operation.operationId} operation={operation} words={words} />
              ))}
          </section>
        ))}
        <ApiEvents words={words} />
        <ApiSchemas schemas={document.components.schemas} words={words} />
      </div>
    </div>
  );
}
