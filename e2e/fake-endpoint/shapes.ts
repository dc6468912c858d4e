import type { ShapeTable } from '#e2e/fake-endpoint/reply.ts';
import { chunkShapes } from '#e2e/fake-endpoint/shapes/chunk-shapes.ts';
import { completionShapes } from '#e2e/fake-endpoint/shapes/completion-shapes.ts';
import { errorShapes } from '#e2e/fake-endpoint/shapes/error-shapes.ts';
import { framingShapes } from '#e2e/fake-endpoint/shapes/framing-shapes.ts';
import { plainShapes } from '#e2e/fake-endpoint/shapes/plain-shapes.ts';
import { refusalShapes } from '#e2e/fake-endpoint/shapes/refusal-shapes.ts';
import { responsesShapes } from '#e2e/fake-endpoint/shapes/responses-shapes.ts';
import { serverShapes } from '#e2e/fake-endpoint/shapes/server-shapes.ts';
import { timeShapes } from '#e2e/fake-endpoint/shapes/time-shapes.ts';

/** Every model id the fake endpoint knows. */
export const shapes: ShapeTable = {
  ...plainShapes,
  ...framingShapes,
  ...chunkShapes,
  ...errorShapes,
  ...refusalShapes,
  ...timeShapes,
  ...serverShapes,
  ...responsesShapes,
  ...completionShapes,
};
