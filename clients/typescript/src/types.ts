import type { components, paths } from './schema.js';

/** The schemas of the API, by name: `Schemas['Quote']`. */
export type Schemas = components['schemas'];

export type ErrorCode = Schemas['ErrorCode'];
export type Outcome = Schemas['Outcome'];
export type Retry = Schemas['Retry'];

/** A failure with its facts, as problem+json. Each code has its own details. */
export type Problem = {
  [Name in keyof Schemas]: Name extends `${infer _}Problem` ? (Name extends 'Problem' ? never : Schemas[Name]) : never;
}[keyof Schemas];

/** The problem of one code. */
export type ProblemOf<Code extends ErrorCode> = Extract<Problem, { code: Code }>;

export type Method = 'get' | 'post' | 'patch' | 'delete';

/** The paths that have an operation of a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: [NonNullable<paths[P][M]>] extends [never] ? never : P;
}[keyof paths];

type Operation<M extends Method, P extends PathOf<M>> = NonNullable<paths[P][M]>;

type Parameters<O, Place extends 'path' | 'query'> = O extends { parameters: infer All }
  ? Place extends keyof All
    ? NonNullable<All[Place]>
    : never
  : never;

type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;

/** Demanded if it has a member that is. */
type Part<Name extends string, Value> = [Value] extends [never]
  ? unknown
  : object extends Value
    ? { [N in Name]?: Value }
    : { [N in Name]: Value };

/** What an operation needs, and what one request may have besides. */
export type RequestOf<M extends Method, P extends PathOf<M>> = Part<'path', Parameters<Operation<M, P>, 'path'>> &
  Part<'query', Parameters<Operation<M, P>, 'query'>> &
  Part<'body', BodyOf<Operation<M, P>>> &
  RequestOptions;

/** The JSON that an operation answers. */
export type AnswerOf<M extends Method, P extends PathOf<M>> = Operation<M, P> extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : undefined;

/** The paths of lists, which have pages. */
export type ListPath = {
  [P in PathOf<'get'>]: AnswerOf<'get', P> extends { data: unknown[]; nextCursor: string | null } ? P : never;
}[PathOf<'get'>];

export type ItemOf<P extends ListPath> = AnswerOf<'get', P> extends { data: (infer Item)[] } ? Item : never;

export interface RequestOptions {
  /** Names a request that changes something. One is made if it is absent. Give your own to be able to send it again after a crash. */
  idempotencyKey?: string;
  /** Further headers, such as `Corridor-Sandbox-Trigger`. */
  headers?: Record<string, string>;
  signal?: AbortSignal;
}
