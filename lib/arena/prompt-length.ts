/** In UTF-16 units; also the limit of a system prompt. */
export const maxPromptLength = 200_000;
