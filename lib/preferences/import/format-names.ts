export const importFormatNames = [
  'arena-33k',
  'arena-140k',
  'arena-55k',
  'mt-bench',
  'open-webui',
  'fastchat-log',
  'baijia',
] as const;
export type ImportFormatName = (typeof importFormatNames)[number];
