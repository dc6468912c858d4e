/** Two calls that work on every installation: the demo programs are always there. */
export function ApiExample({ title, host }: { title: string; host: string }) {
  const api = `http://${host}/api/v1`;
  const json = `-H 'Content-Type: application/json'`;
  const lines = [
    `curl -s ${api}/comparisons ${json} \\`,
    `  -d '{"mode": "open", "lanes": [{"endpointId": "eliza"}, {"endpointId": "librarian"}]}'`,
    `curl -sN ${api}/comparisons/ID/turns ${json} -H 'Accept: text/event-stream' \\`,
    `  -d '{"prompt": "Which models come from China?"}'`,
  ];
  return (
    <figure className="w-full min-w-0">
      <figcaption className="mb-1 text-faint text-sm">{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <pre tabIndex={0} className="overflow-x-auto rounded-lg border border-line bg-panel p-3 text-sm">
        <code>{lines.join('\n')}</code>
      </pre>
    </figure>
  );
}
