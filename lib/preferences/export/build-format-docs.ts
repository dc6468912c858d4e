import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDocs } from '#lib/preferences/export/format-docs.ts';

const folder = join(import.meta.dirname, '../../../docs/formats');
for (const [name, content] of formatDocs()) writeFileSync(join(folder, name), content);
