import type { ApiWords } from '#app/_lib/openapi/build-document.ts';
import { topics } from '#app/_lib/operations/operation.ts';
import type { ListedOperation } from '#app/(pages)/api/_view/list-operations.ts';

const linkClass = 'block rounded-sm px-1 py-1 hover:bg-hover touch:py-2.5';

/** Beside the page where there is room, before it otherwise. */
export function ApiContents({ operations, words }: { operations: ListedOperation[]; words: ApiWords }) {
  return (
    <nav
      aria-label={words.contents}
      className="text-sm max-lg:hidden lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:self-start lg:overflow-y-auto"
    >
      <ul className="flex flex-col gap-3">
        {topics.map((topic) => (
          <li key={topic}>
            <a href={`#${topic}`} className={`${linkClass} font-medium`}>
              {words.topics[topic].split(/[:：]/)[0]}
            </a>
            <ul>
              {operations
                .filter((operation) => operation.topic === topic)
                .map(({ operationId, method, path }) => (
                  <li key={operationId}>
                    <a href={`#${operationId}`} className={`${linkClass} break-words text-soft`}>
                      <span className="font-mono text-xs">{method}</span> {path}
                    </a>
                  </li>
                ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#events" className={`${linkClass} font-medium`}>
            {words.eventsTitle}
          </a>
        </li>
        <li>
          <a href="#schemas" className={`${linkClass} font-medium`}>
            {words.schemasTitle}
          </a>
        </li>
      </ul>
    </nav>
  );
}
