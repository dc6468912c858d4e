// Loaded by plain JavaScript before anything else: an older Node cannot even read the TypeScript that follows.
const wanted = 24;
const [major] = process.versions.node.split('.');
if (Number(major) < wanted) {
  console.error(
    [
      `Baijia runs on Node ${wanted} or newer, and this is Node ${process.versions.node}.`,
      'npm ci brings the right one along, unless install scripts are switched off. To get it:',
      '',
      '  npm rebuild node --ignore-scripts=false',
      '',
      'Or install Node 24 from https://nodejs.org and start again.',
    ].join('\n'),
  );
  process.exit(1);
}
