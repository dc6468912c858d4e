import type { ApiWords } from '#app/_lib/openapi/build-document.ts';
import { eventComponent } from '#app/_lib/openapi/components.ts';
import { textLinkClass } from '#components/catalog/text-link.ts';
import { cn } from '#components/ui/class-names.ts';

/** The names of the event stream and what each says. */
export function ApiEvents({ words }: { words: ApiWords }) {
  return (
    <section aria-labelledby="events" className="flex flex-col gap-3">
      <h2 id="events" className="scroll-mt-16 border-line border-b pb-1 font-semibold text-xl">
        {words.eventsTitle}
      </h2>
      <p className="max-w-prose">{words.eventsIntro}</p>
      <dl className="rounded-lg border border-line bg-panel px-4">
        {Object.entries(words.events).map(([event, meaning]) => (
          <div
            key={event}
            className="grid gap-x-6 border-line border-b py-2 last:border-b-0 sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <dt>
              <a href={`#schema-${eventComponent(event)}`} className={cn('font-mono', textLinkClass)}>
                {event}
              </a>
            </dt>
            <dd className="text-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
