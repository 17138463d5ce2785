import { ConnectionError, CorridorError, UnexpectedAnswer } from './error.js';
import type { Problem, Schemas } from './types.js';

/** A new state of a transaction or a quote, as `GET` shows it. */
export interface EventOf<C extends 'transactions' | 'quotes'> {
  /** Counts the events of the channel: keep the last one that you have processed, to resume with `from`. */
  seq: number;
  data: C extends 'transactions' ? Schemas['Transaction'] : Schemas['Quote'];
}

export interface FollowOptions {
  /** The `seq` of the last event that you have processed. Without it, only events from now on. */
  from?: number;
  signal?: AbortSignal;
}

interface Frame {
  cmd: string;
  seq?: number;
  data?: unknown;
  error?: Problem & { instance: string };
}

/** After these there is no use in connecting again: access has ended, the organization has closed it, the client was refused. */
const FINAL = new Set([1002, 1003, 1007, 1009, 4101, 4102, 4104]);
/** With these a connection is refused for good; with others it may succeed later. */
const REFUSED = new Set([401, 403, 404]);
const LONGEST_PAUSE_MILLIS = 10_000;

/**
 * One connection after the other, each from the last event on.
 *
 * @param statusOf what a GET of the address is answered with: runtimes do not tell why a WebSocket did not open; 0 without an answer
 */
export async function* follow<C extends 'transactions' | 'quotes'>(
  channel: C,
  options: FollowOptions,
  server: string,
  issueTicket: () => Promise<string>,
  statusOf: (address: string) => Promise<number>,
  Socket: typeof WebSocket,
): AsyncGenerator<EventOf<C>, void> {
  let from = options.from;
  let failures = 0;
  while (!options.signal?.aborted) {
    const ticket = await orUndefinedForNow(issueTicket());
    if (ticket === undefined) {
      await pause(++failures);
      continue;
    }
    const address = `${server}/v1/realtime?api_key=${ticket}&dialect=problem%2Bjson`;
    const connection = new Connection(new Socket(address), options.signal);
    try {
      await connection.open();
      connection.send({ cmd: 'subscribe', data: { channel, from } });
      for (let frame = await connection.next(); frame !== undefined; frame = await connection.next()) {
        if (frame.error) {
          const refusal = new CorridorError(frame.error, frame.error.instance.replace('urn:corridor:request:', ''), undefined, undefined);
          if (!mayBeHadLater(refusal)) {
            throw refusal;
          }
          break;
        } else if (frame.cmd === 'subscribe') {
          failures = 0;
          from ??= (frame.data as { seq: number }).seq;
        } else if (frame.cmd === channel && frame.seq !== undefined) {
          from = frame.seq;
          yield frame as unknown as EventOf<C>;
        }
      }
    } finally {
      connection.close();
    }
    if (!connection.wasOpened) {
      const status = await statusOf(address.replace(/^ws/, 'http'));
      if (REFUSED.has(status)) {
        throw new ConnectionError(undefined, `the feed was refused with ${status}`);
      }
    }
    if (FINAL.has(connection.closeCode)) {
      throw new ConnectionError(undefined, `the feed was closed with ${connection.closeCode}`);
    }
    await pause(++failures);
  }
}

/** Undefined if it may be had later: the service does not answer or is overloaded, or a balancer answers for one that is not there. */
async function orUndefinedForNow<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (mayBeHadLater(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Not if it is refused for good; maintenance, for example, ends. */
function mayBeHadLater(error: unknown): boolean {
  return (
    error instanceof ConnectionError ||
    (error instanceof CorridorError && (error.retry === 'same_request' || error.retry === 'after')) ||
    (error instanceof UnexpectedAnswer && error.status >= 500)
  );
}

function pause(failures: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(100 * 2 ** failures, LONGEST_PAUSE_MILLIS)));
}

/** A WebSocket whose messages are waited for one by one. */
class Connection {
  closeCode = 0;
  wasOpened = false;
  private readonly frames: Frame[] = [];
  private isClosed = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly socket: WebSocket,
    signal: AbortSignal | undefined,
  ) {
    socket.onopen = () => {
      this.wasOpened = true;
      this.wake();
    };
    socket.onmessage = (message) => {
      this.frames.push(JSON.parse(String(message.data)) as Frame);
      this.wake();
    };
    // Not every runtime closes what did not open.
    socket.onerror = () => {
      this.isClosed ||= !this.wasOpened;
      this.wake();
    };
    socket.onclose = (event) => {
      this.closeCode = event.code;
      this.isClosed = true;
      this.wake();
    };
    signal?.addEventListener('abort', () => {
      this.isClosed = true;
      this.close();
      this.wake();
    });
  }

  async open(): Promise<void> {
    while (!this.wasOpened && !this.isClosed) {
      await this.something();
    }
  }

  send(command: object): void {
    if (this.socket.readyState === this.socket.OPEN) {
      this.socket.send(JSON.stringify(command));
    }
  }

  /** Undefined when the connection has ended. */
  async next(): Promise<Frame | undefined> {
    while (this.frames.length === 0 && !this.isClosed) {
      await this.something();
    }
    return this.frames.shift();
  }

  close(): void {
    this.socket.close();
  }

  private something(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
