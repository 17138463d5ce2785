export { Corridor, type ClientOptions } from './client.js';
export { ConnectionError, CorridorError, UnexpectedAnswer } from './error.js';
export type { EventOf, FollowOptions } from './feed.js';
export type {
  AnswerOf,
  ErrorCode,
  ItemOf,
  ListPath,
  Outcome,
  PathOf,
  Problem,
  ProblemOf,
  RequestOf,
  RequestOptions,
  Retry,
  Schemas,
} from './types.js';
export { InvalidSignature, verifyWebhook, type WebhookMessage } from './webhook.js';
