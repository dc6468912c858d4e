import { eliza } from '#lib/demo/eliza/eliza.ts';
import { librarian } from '#lib/demo/librarian/librarian.ts';
import type { DemoProgram } from '#lib/demo/program.ts';
import { shannon } from '#lib/demo/shannon/shannon.ts';

export const demoPrograms: readonly DemoProgram[] = [eliza, shannon, librarian];
