import ChevronDown from 'lucide-react/icons/chevron-down';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';

type Props<Value extends string> = {
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  label: string;
  className?: string;
};

/** The browser's own list: light, and the phone's own picker. For plain words; Select has hints and ticks. */
export function NativeSelect<Value extends string>(props: Props<Value>) {
  const { options, value, onChange, label, className } = props;
  return (
    <span className={cn('relative inline-flex', className)}>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={cn(controlClass, 'h-8 appearance-none truncate pr-6')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-1.5 size-4 -translate-y-1/2 text-faint"
      />
    </span>
  );
}
