/** What the page asks its worker for. */
export type ColoursAsked = { id: number; code: string; language: string };

export const codeThemes: ['github-light-default', 'github-dark-default'] = [
  'github-light-default',
  'github-dark-default',
];
