type Props<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
};

/** A word of a sentence that can be another word: the browser's own list, as wide as what is chosen. */
export function WordSelect<Value extends string>({ label, value, onChange, options }: Props<Value>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
      className="field-sizing-content max-w-full cursor-pointer appearance-none truncate rounded-none border-line-strong border-b bg-transparent px-0.5 leading-normal font-medium text-ink hover:bg-hover focus-visible:outline-offset-0 touch:min-h-10 [&>option]:bg-raised"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
