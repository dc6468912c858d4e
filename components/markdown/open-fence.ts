export type OpenFence = { language: string; code: string };

const opening = /^ {0,3}(`{3,}(?!.*`)|~{3,})[ \t]*([^\s`]*)[^\n]*\n/;

/** The code of a block that is a fence which has not been closed yet; null for any other block. */
export function findOpenFence(block: string): OpenFence | null {
  const [line, fence = '', language = ''] = opening.exec(block) ?? [];
  if (line === undefined) return null;
  const code = block.slice(line.length);
  const closing = new RegExp(`(?:^|\\n) {0,3}${fence}${fence[0]}*[ \\t]*(?:\\n|$)`);
  if (closing.test(code)) return null;
  // The signs that are about to close it are not code.
  return { language, code: code.replace(/(^|\n) {0,3}(?:`{1,2}|~{1,2})$/, '$1').replace(/\n$/, '') };
}
