const encoder = new TextEncoder();

/** Signs requests in the format CORRIDOR: all that decides what a request does. Signed requests are sent one after the other. */
export class Signer {
  private lastNonce = 0;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly key: string,
    private readonly secret: string,
  ) {}

  /** The headers of one request. The target is its path and query, as they are sent. */
  async headers(method: string, target: string, idempotencyKey: string, body: string): Promise<Record<string, string>> {
    this.lastNonce = Math.max(Date.now(), this.lastNonce + 1);
    const nonce = this.lastNonce;
    const digest = hex(await crypto.subtle.digest('SHA-256', encoder.encode(body)));
    const text = [this.key, nonce, method, target, idempotencyKey, digest].join('\n');
    return { 'X-API-Key': this.key, 'X-NONCE': String(nonce), 'X-Signature': await this.sign(text) };
  }

  /** The service refuses a nonce that has been overtaken. */
  inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = this.queue.then(action);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async sign(text: string): Promise<string> {
    const key = await crypto.subtle.importKey('raw', encoder.encode(this.secret), { name: 'HMAC', hash: 'SHA-512' }, false, ['sign']);
    return hex(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  }
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
