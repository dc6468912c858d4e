import type { ShapeTable } from '#e2e/fake-endpoint/reply.ts';

export const timeShapes: ShapeTable = {};
