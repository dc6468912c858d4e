import type { $ZodConfig } from 'zod/v4/core';

declare global {
  var __zod_globalConfig: $ZodConfig | undefined;
}

// The page's policy forbids making code from text, which zod would try once to be faster. Set here, because this file
// runs before everything else and pages without zod need not load it.
globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };
