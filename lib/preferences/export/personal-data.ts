import { z } from 'zod';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import { mapTexts } from '#lib/preferences/export/map-texts.ts';

export const personalDataChoices = ['keep', 'mask', 'leave-out'] as const;
export const personalDataChoiceSchema = z.enum(personalDataChoices);
export type PersonalDataChoice = z.infer<typeof personalDataChoiceSchema>;

export const personalDataKinds = ['key', 'email', 'phone'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Bounded repetitions only: an answer may be a megabyte long and hostile. In this order, for keys hold the others. */
const patterns: Record<PersonalDataKind, RegExp> = {
  key: new RegExp(
    [
      String.raw`-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s\\]{0,8000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?`,
      // Prefixes that makers of keys publish so that keys can be found.
      String.raw`\b(?:sk|pk|rk)[-_](?:[a-z]{2,12}[-_]){0,3}[A-Za-z0-9_-]{16,200}`,
      String.raw`\bgh[pousr]_[A-Za-z0-9]{20,255}|\bgithub_pat_[A-Za-z0-9_]{20,255}|\bglpat-[A-Za-z0-9_-]{20,64}`,
      String.raw`\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[A-Za-z0-9_-]{35}|\bhf_[A-Za-z0-9]{20,64}|\bxox[abeoprs]-[A-Za-z0-9-]{10,200}`,
      String.raw`\beyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{0,1000}`,
    ].join('|'),
    'g',
  ),
  email: /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu,
  phone:
    /(?<![\w.+-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,5}(?:[ .-]?\d{2,5}){1,4}|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}[.-]\d{3}[.-]\d{4}|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-\d{7,8})(?![\w-])/g,
};

const marks: Record<PersonalDataKind, string> = { key: '[KEY]', email: '[EMAIL]', phone: '[PHONE]' };

export type PersonalDataCounts = Record<PersonalDataKind, number>;

/** The text with e-mail addresses, phone numbers and keys replaced by marks; `found` is told of each. */
export function maskText(text: string, found: (kind: PersonalDataKind) => void): string {
  return personalDataKinds.reduce(
    (masked, kind) =>
      masked.replace(patterns[kind], () => {
        found(kind);
        return marks[kind];
      }),
    text,
  );
}

/** The record without personal data in its texts, and how much there was. Names and addresses are not looked for. */
export function maskRecord(record: LogRecord): { record: LogRecord; counts: PersonalDataCounts } {
  const counts: PersonalDataCounts = { key: 0, email: 0, phone: 0 };
  const masked = mapTexts(record, (text) =>
    maskText(text, (kind) => {
      counts[kind] += 1;
    }),
  );
  return { record: masked, counts };
}
