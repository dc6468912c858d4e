type Card = { name: string; title: string | null; text: string };
type Props = {
  title: string;
  cards: readonly Card[];
  /** Columns of the grid from small screens on. */
  className: string;
  /** Null while nothing can be sent; the prompts then wait. */
  onTry: ((prompt: string) => void) | null;
};

/** Prompts that begin with a click. */
export function PromptCards({ title, cards, className, onTry }: Props) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-medium text-faint text-sm">{title}</h2>
      <ul className={`grid gap-2 ${className}`}>
        {cards.map((card) => (
          <li key={card.name}>
            <button
              type="button"
              disabled={onTry === null}
              onClick={() => onTry?.(card.text)}
              className="flex size-full flex-col gap-1 rounded-lg border border-line bg-panel p-3 text-start hover:bg-hover disabled:opacity-55"
            >
              {card.title === null ? (
                card.text
              ) : (
                <>
                  <span className="font-medium">{card.title}</span>
                  <span className="line-clamp-2 break-words text-soft text-sm">{card.text}</span>
                </>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
