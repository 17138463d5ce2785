import { ConnectionError, CorridorError, UnexpectedAnswer } from './error.js';
import { follow, type EventOf, type FollowOptions } from './feed.js';
import { Signer } from './signing.js';
import type { AnswerOf, ItemOf, ListPath, Method, PathOf, Problem, RequestOf, RequestOptions } from './types.js';

export interface ClientOptions {
  /** Where Corridor is, without a path: `https://corridor.example`. */
  url: string;
  /** An API key, or a user's access token. */
  key?: string;
  /** The signing secret of a key whose `signatureFormat` is CORRIDOR. */
  signingSecret?: string;
  /** How often one request is sent at most. */
  attempts?: number;
  /** A longer `Retry-After` is not waited for. */
  maxWaitSeconds?: number;
  fetch?: typeof fetch;
  WebSocket?: typeof WebSocket;
}

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

/** A request in the words of HTTP. */
interface Wire {
  method: string;
  target: string;
  body: string | undefined;
  idempotencyKey: string | undefined;
  options: RequestOptions;
}

interface AnyRequest extends RequestOptions {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/**
 * A client of one Corridor. A refusal is thrown as {@link CorridorError}. A request is repeated only where the answer's `Corridor-Retry` says that it
 * does no harm, always under the same `Idempotency-Key`.
 */
export class Corridor {
  private readonly url: string;
  private readonly attempts: number;
  private readonly maxWaitSeconds: number;
  private readonly fetch: typeof fetch;
  private readonly signer: Signer | undefined;

  constructor(private readonly options: ClientOptions) {
    this.url = options.url.replace(/\/+$/, '');
    this.attempts = options.attempts ?? 4;
    this.maxWaitSeconds = options.maxWaitSeconds ?? 60;
    this.fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
    this.signer = options.key && options.signingSecret ? new Signer(options.key, options.signingSecret) : undefined;
  }

  get<P extends PathOf<'get'>>(path: P, ...request: Given<'get', P>): Promise<AnswerOf<'get', P>> {
    return this.send('get', path, request[0]);
  }

  post<P extends PathOf<'post'>>(path: P, ...request: Given<'post', P>): Promise<AnswerOf<'post', P>> {
    return this.send('post', path, request[0]);
  }

  patch<P extends PathOf<'patch'>>(path: P, ...request: Given<'patch', P>): Promise<AnswerOf<'patch', P>> {
    return this.send('patch', path, request[0]);
  }

  delete<P extends PathOf<'delete'>>(path: P, ...request: Given<'delete', P>): Promise<AnswerOf<'delete', P>> {
    return this.send('delete', path, request[0]);
  }

  /** The items of a list, over all of its pages. The next page is asked for when its first item is. */
  async *list<P extends ListPath>(path: P, ...request: Given<'get', P>): AsyncGenerator<ItemOf<P>, void> {
    const given = (request[0] ?? {}) as AnyRequest;
    let cursor: string | null | undefined;
    do {
      const query = cursor ? { ...given.query, cursor } : given.query;
      const page = (await this.send('get', path, { ...given, query })) as { data: ItemOf<P>[]; nextCursor: string | null };
      yield* page.data;
      cursor = page.nextCursor;
    } while (cursor);
  }

  /** The events of your organization's transactions or quotes, without end. After a broken connection it goes on where it was. */
  follow<C extends 'transactions' | 'quotes'>(channel: C, options: FollowOptions = {}): AsyncGenerator<EventOf<C>, void> {
    const socket = this.options.WebSocket ?? globalThis.WebSocket;
    if (!socket) {
      throw new TypeError('this runtime has no WebSocket: give one as an option');
    }
    const issueTicket = async () => (await this.post('/v1/realtime/tickets')).ticket;
    const statusOf = (address: string) =>
      this.fetch(address).then(
        (response) => response.status,
        () => 0,
      );
    return follow(channel, options, this.url.replace(/^http/, 'ws'), issueTicket, statusOf, socket);
  }

  private async send<M extends Method, P extends PathOf<M>>(method: M, path: P, request: unknown): Promise<AnswerOf<M, P>> {
    const given = (request ?? {}) as AnyRequest;
    const wire: Wire = {
      method: method.toUpperCase(),
      target: targetOf(path as string, given),
      body: given.body === undefined ? undefined : JSON.stringify(given.body),
      idempotencyKey: given.idempotencyKey ?? (method === 'get' ? undefined : crypto.randomUUID()),
      options: given,
    };
    for (let attempt = 1; ; attempt++) {
      try {
        return (await this.inTurn(() => this.sendOnce(wire))) as AnswerOf<M, P>;
      } catch (error) {
        const seconds = error instanceof CorridorError ? this.secondsUntilRepeat(error, attempt) : undefined;
        if (seconds === undefined) {
          throw error;
        }
        await pause(seconds, given.signal);
      }
    }
  }

  /** Undefined if the request must not be repeated, or is not worth it. */
  private secondsUntilRepeat(error: CorridorError, attempt: number): number | undefined {
    if (attempt >= this.attempts) {
      return undefined;
    }
    switch (error.retry) {
      case 'same_request':
        return Math.min(0.1 * 2 ** attempt, this.maxWaitSeconds);
      case 'after': {
        const seconds = error.retryAfterSeconds ?? 0;
        return seconds <= this.maxWaitSeconds ? seconds : undefined;
      }
      case 'never':
      case 'new_request':
        return undefined;
    }
  }

  private inTurn<T>(action: () => Promise<T>): Promise<T> {
    return this.signer ? this.signer.inTurn(action) : action();
  }

  private async sendOnce(wire: Wire): Promise<unknown> {
    const headers: Record<string, string> = {
      Accept: `${JSON_TYPE}, ${PROBLEM_TYPE}`,
      ...wire.options.headers,
      ...(await this.credentials(wire)),
    };
    if (wire.body !== undefined) {
      headers['Content-Type'] = JSON_TYPE;
    }
    if (wire.idempotencyKey !== undefined) {
      headers['Idempotency-Key'] = wire.idempotencyKey;
    }
    const init: RequestInit = { method: wire.method, headers, body: wire.body ?? null, signal: wire.options.signal ?? null };
    let response: Response;
    let text: string;
    try {
      response = await this.fetch(this.url + wire.target, init);
      text = await response.text();
    } catch (cause) {
      wire.options.signal?.throwIfAborted();
      throw new ConnectionError(wire.idempotencyKey, cause);
    }
    return read(response, text, wire);
  }

  private async credentials(wire: Wire): Promise<Record<string, string>> {
    if (this.signer) {
      return this.signer.headers(wire.method, wire.target, wire.idempotencyKey ?? '', wire.body ?? '');
    }
    return this.options.key ? { Authorization: `Bearer ${this.options.key}` } : {};
  }
}

/** May be left out where nothing in it is demanded. */
type Given<M extends Method, P extends PathOf<M>> = object extends RequestOf<M, P> ? [request?: RequestOf<M, P>] : [request: RequestOf<M, P>];

function targetOf(path: string, request: AnyRequest): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(request.path?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (Array.isArray(value)) {
      query.append(name, value.join(','));
    } else if (typeof value === 'object' && value !== null) {
      Object.entries(value).forEach(([member, text]) => query.append(`${name}[${member}]`, String(text)));
    } else if (value !== undefined) {
      query.append(name, String(value));
    }
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

function read(response: Response, text: string, wire: Wire): unknown {
  const type = response.headers.get('Content-Type')?.split(';')[0];
  const requestId = response.headers.get('X-Request-Id');
  if (response.ok && type === JSON_TYPE) {
    return JSON.parse(text);
  }
  if (type !== PROBLEM_TYPE || requestId === null) {
    throw new UnexpectedAnswer(response.status, text);
  }
  const after = response.headers.get('Retry-After');
  throw new CorridorError(JSON.parse(text) as Problem, requestId, after === null ? undefined : Number(after), wire.idempotencyKey);
}

function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
