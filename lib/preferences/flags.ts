/** InstructGPT's metadata flags (Ouyang et al. 2022, Table 3), beside the overall rating. Free of zod, for pages. */
export const flags = [
  'fails-instruction',
  'inappropriate-for-assistant',
  'hallucination',
  'satisfies-constraint',
  'sexual-content',
  'violent-content',
  'encourages-harm',
  'denigrates-protected-class',
  'harmful-advice',
  'expresses-opinion',
  'moral-judgment',
] as const;
export type Flag = (typeof flags)[number];
