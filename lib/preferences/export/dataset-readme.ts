import { datasetFeatures } from '#lib/preferences/export/dataset-features.ts';
import { exportExtension } from '#lib/preferences/export/format-names.ts';
import type { Manifest } from '#lib/preferences/export/manifest.ts';

/**
 * The README.md of a Hugging Face dataset folder: its front matter tells the loader where the rows are and what their
 * columns hold, the rest tells people what they are.
 */
export function datasetReadme(manifest: Manifest): string {
  const { format, counts, sha256 } = manifest;
  const leftOut = Object.entries(counts.leftOut).map(([reason, number]) => `- ${reason}: ${number}`);
  // JSON is YAML as well.
  const features = datasetFeatures(format).map((feature) => `  - ${JSON.stringify(feature)}`);
  return `---
pretty_name: Baijia preference log (${format})
license: other
size_categories:
- ${sizeCategory(counts.rows)}
configs:
- config_name: default
  data_files:
  - split: train
    path: data/*.${exportExtension(format)}
dataset_info:
  features:
${features.join('\n')}
tags:
- preference
- baijia
---

# Preference log of a Baijia installation

${counts.rows} rows in the format ${format}, from ${counts.ballots} ballots. SHA-256 of the data files, one after the other: \`${sha256}\`.

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

/** The words that Hugging Face has for it. */
function sizeCategory(rows: number): string {
  const steps = ['n<1K', '1K<n<10K', '10K<n<100K', '100K<n<1M', '1M<n<10M'] as const;
  return steps.find((_, power) => rows < 10 ** (power + 3)) ?? '10M<n<100M';
}
