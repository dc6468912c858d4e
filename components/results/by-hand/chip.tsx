import X from 'lucide-react/icons/x';

type Props = {
  text: string;
  /** What the cross does, in words. */
  removeLabel: string;
  onRemove: () => void;
};

/** A word that can be taken away again. */
export function Chip({ text, removeLabel, onRemove }: Props) {
  return (
    <span className="inline-flex h-7 min-w-0 items-center rounded-md border border-line bg-panel pl-2 text-sm">
      <span dir="auto" className="max-w-60 truncate">
        {text}
      </span>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="grid size-7 shrink-0 place-items-center rounded-md text-faint hover:text-ink touch:size-10"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
