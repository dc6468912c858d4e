/** Han, Kana, Hangul and what is written beside them: about one token each in today's vocabularies. */
const wide =
  /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud8bf]/g;

/** A rough count of tokens: four characters of an alphabet, or one wide character, make one. */
export function estimateTokens(text: string): number {
  const wideCount = text.match(wide)?.length ?? 0;
  return Math.ceil(wideCount + (text.length - wideCount) / 4);
}
