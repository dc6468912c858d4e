import type { Manifest } from '#lib/preferences/export/manifest.ts';

/**
 * The README.md of a Hugging Face dataset folder: its front matter tells the loader where the rows are
 * (`data/train.jsonl`), the rest tells people what they are.
 */
export function datasetReadme(manifest: Manifest): string {
  const { format, counts, sha256 } = manifest;
  const leftOut = Object.entries(counts.leftOut).map(([reason, number]) => `- ${reason}: ${number}`);
  return `---
pretty_name: Baijia preference log (${format})
license: other
configs:
- config_name: default
  data_files:
  - split: train
    path: data/train.${format === 'csv' ? 'csv' : 'jsonl'}
tags:
- preference
- baijia
---

# Preference log of a Baijia installation

${counts.rows} rows in the format ${format}, from ${counts.ballots} ballots. SHA-256 of the data file: \`${sha256}\`.

- Ties and all-bad ballots: ${manifest.ties}.
- Order: ${manifest.order}.
- Raters: ${manifest.raters}.
- Personal data: ${manifest.personalData}.
- Licence: ${manifest.licence}
- Filter: \`${JSON.stringify(manifest.filter)}\`

## Left out

${leftOut.length === 0 ? 'Nothing.' : leftOut.join('\n')}
`;
}
