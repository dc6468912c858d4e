import type { OpenFence } from '#components/markdown/open-fence.ts';

/** Code that is still being written, in one colour: as closed code will stand there, without what makes that costly. */
export function OpenCode({ language, code, className }: OpenFence & { className: string }) {
  return (
    <div className={className}>
      <div data-streamdown="code-block" dir="ltr">
        <div data-streamdown="code-block-header">{language.toLowerCase()}</div>
        <div data-streamdown="code-block-body">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>
            <code>{code}</code>
          </pre>
        </div>
      </div>
    </div>
  );
}
