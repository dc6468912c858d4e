/** The seal 百, "hundred", as the icon has it. */
export function Seal({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="6" fill="var(--accent)" />
      <path
        d="M6.5 7.5h19M16 7.5l-2.2 5M9.5 12.5h13v13h-13zM9.5 19h13"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.6"
        strokeLinecap="square"
      />
    </svg>
  );
}
