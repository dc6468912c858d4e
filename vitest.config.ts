import { defineConfig } from 'vitest/config';

const shared = {
  exclude: ['**/node_modules/**', '**/*.process.test.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: { ...shared, name: 'unit', include: ['{components,i18n,lib}/**/*.test.{ts,tsx}'] },
      },
      {
        // A real PostgreSQL is started once for these.
        test: {
          ...shared,
          name: 'database',
          include: ['{app,db,cli,bench}/**/*.test.{ts,tsx}'],
          globalSetup: ['db/testing/global-setup.ts'],
        },
      },
      {
        // These run the whole program, and build its pages if they must.
        test: {
          name: 'process',
          include: ['cli/*.process.test.ts'],
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
