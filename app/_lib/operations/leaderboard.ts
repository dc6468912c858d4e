import { defineOperation, json } from '#app/_lib/operations/operation.ts';
import {
  boardAgreementSchema,
  boardHistorySchema,
  boardMatrixSchema,
  boardOptionsSchema,
  boardRobustnessSchema,
  boardSchema,
  screeningAnswerSchema,
} from '#lib/rating/board-answer-schema.ts';
import { boardQuerySchema } from '#lib/rating/board-schema.ts';

const topic = 'leaderboard';

export const getBoard = defineOperation({
  id: 'getBoard',
  method: 'GET',
  path: '/leaderboard',
  topic,
  query: boardQuerySchema,
  answers: { 200: json(boardSchema) },
});

export const getBoardMatrix = defineOperation({
  id: 'getBoardMatrix',
  method: 'GET',
  path: '/leaderboard/matrix',
  topic,
  query: boardQuerySchema,
  answers: { 200: json(boardMatrixSchema) },
});

export const getBoardHistory = defineOperation({
  id: 'getBoardHistory',
  method: 'GET',
  path: '/leaderboard/history',
  topic,
  query: boardQuerySchema,
  answers: { 200: json(boardHistorySchema) },
});

export const getBoardAgreement = defineOperation({
  id: 'getBoardAgreement',
  method: 'GET',
  path: '/leaderboard/agreement',
  topic,
  query: boardQuerySchema,
  answers: { 200: json(boardAgreementSchema) },
});

export const listBoardOptions = defineOperation({
  id: 'listBoardOptions',
  method: 'GET',
  path: '/leaderboard/options',
  topic,
  answers: { 200: json(boardOptionsSchema) },
});

export const getBoardRobustness = defineOperation({
  id: 'getBoardRobustness',
  method: 'GET',
  path: '/leaderboard/robustness',
  topic,
  query: boardQuerySchema,
  answers: { 200: json(boardRobustnessSchema) },
});

export const screenRaters = defineOperation({
  id: 'screenRaters',
  method: 'POST',
  path: '/leaderboard/screening',
  topic,
  answers: { 200: json(screeningAnswerSchema) },
});
