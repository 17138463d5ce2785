import type { Schemas } from './types.js';

/** A message of another time may be a recorded one. */
const TOLERANCE_SECONDS = 5 * 60;

const encoder = new TextEncoder();

/** A verified message. It may come again: drop those whose id you have seen. */
export interface WebhookMessage {
  id: string;
  type: Schemas['EventType'];
  /** When it happened. */
  timestamp: string;
  /** What the event is about, as its `GET` shows it. */
  data: unknown;
}

/** A message that Corridor has not sent, or not now. Answer 401 and do nothing. */
export class InvalidSignature extends Error {
  override readonly name = 'InvalidSignature';
}

/**
 * Verifies a message to one endpoint of yours, which is signed as Standard Webhooks has it.
 *
 * @param secret the endpoint's, which begins with `whsec_`
 * @param body the text as it came
 * @param header the value of a request's header, if it is there
 */
export async function verifyWebhook(
  secret: string,
  body: string,
  header: (name: string) => string | null | undefined,
  now: () => number = Date.now,
): Promise<WebhookMessage> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => header(name) ?? '');
  if (!id || !timestamp || !signatures) {
    throw new InvalidSignature('a header is missing');
  }
  const key = await importKey(secret);
  const signed = encoder.encode(`${id}.${timestamp}.${body}`);
  const verdicts = await Promise.all(signatures.split(' ').map((signature) => isOf(key, signature, signed)));
  if (!verdicts.includes(true)) {
    throw new InvalidSignature('no signature is of this message and secret');
  }
  if (!(Math.abs(now() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS)) {
    throw new InvalidSignature(`the message is not of now but of ${timestamp}`);
  }
  return { id, ...(JSON.parse(body) as Omit<WebhookMessage, 'id'>) };
}

function importKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOf(secret.replace(/^whsec_/, '')), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

/** Compared in constant time by the runtime. */
async function isOf(key: CryptoKey, signature: string, signed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const match = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(signature);
  return match?.[1] !== undefined && crypto.subtle.verify('HMAC', key, bytesOf(match[1]), signed);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
