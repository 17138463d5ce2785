// Runs against the service that CORRIDOR, KEY and ACCOUNT name, as the README's story does in curl.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Corridor, CorridorError, ConnectionError, InvalidSignature, verifyWebhook, type Schemas } from '../src/index.js';

const url = process.env['CORRIDOR'] ?? '';
const key = process.env['KEY'] ?? '';
const accountId = process.env['ACCOUNT'] ?? '';
const client = new Corridor({ url, key });

/** A client whose requests can be looked at. */
function watched(options: { attempts?: number; fail?: boolean } = {}) {
  const requests: { key: string | undefined; trigger: string | undefined }[] = [];
  const watching: typeof fetch = (input, init) => {
    const headers = init?.headers as Record<string, string>;
    requests.push({ key: headers['Idempotency-Key'], trigger: headers['Corridor-Sandbox-Trigger'] });
    return options.fail ? Promise.reject(new TypeError('no network')) : fetch(input, init);
  };
  return { client: new Corridor({ url, key, attempts: options.attempts ?? 3, fetch: watching }), requests };
}

async function refusalOf(request: Promise<unknown>): Promise<CorridorError> {
  const error = await request.then(
    () => assert.fail('it was not refused'),
    (refusal: unknown) => refusal,
  );
  assert(error instanceof CorridorError, String(error));
  return error;
}

test('the story: money arrives, is exchanged and paid out', async () => {
  const deposit = await client.post('/v1/sandbox/deposits', { body: { accountId, asset: 'USD', amount: '25000.00' } });
  assert.equal(deposit.type, 'FIAT_PAYIN');
  const account = await client.get('/v1/accounts/{accountId}', { path: { accountId } });
  assert(account.balances?.some((balance) => balance.asset === 'USD'));

  const quote = await client.post('/v1/quotes', { body: { accountId, fromAsset: 'USD', toAsset: 'USDC', fromAmount: '10000.00' } });
  const spread: string | undefined = quote.spread?.fee;
  assert.equal(spread, '3.00');
  const trade = await client.post('/v1/quotes/{quoteId}/execute', { path: { quoteId: quote.quoteId } });
  assert.equal(trade.status, 'COMPLETED');
  const again = await refusalOf(client.post('/v1/quotes/{quoteId}/execute', { path: { quoteId: quote.quoteId } }));
  assert.equal(again.code, 'quote_already_used');
  assert(again.is('quote_already_used'));

  const beneficiary = await client.post('/v1/beneficiaries/crypto', {
    body: { accountId, nickname: 'Acme Supplies', chainName: 'ETHEREUM_SEPOLIA', address: '0x52908400098527886E0F7030069857D2E4169EE7' },
  });
  const payout = await client.post('/v1/transactions/crypto-payouts', {
    body: { accountId, beneficiaryId: beneficiary.beneficiaryId, amount: '5000.00', asset: 'USDC', chainName: 'ETHEREUM_SEPOLIA' },
  });
  assert.equal(payout.status, 'LOCKED');
  await client.post('/v1/sandbox/transactions/{transactionId}/settle', { path: { transactionId: payout.transactionId } });
  const seen = await client.get('/v1/transactions/{transactionId}', { path: { transactionId: payout.transactionId } });
  assert.equal(seen.status, 'COMPLETED');
});

test('a refusal has its code, its consequences and its details as types', async () => {
  const error = await refusalOf(client.post('/v1/quotes', { body: { accountId, fromAsset: 'USD', toAsset: 'USDC', fromAmount: '0' } }));

  assert.equal(error.code, 'validation_error');
  assert.equal(error.outcome, 'not_applied');
  assert.equal(error.retry, 'new_request');
  assert.match(error.requestId, /^req_[0-9a-f]{32}$/);
  assert.equal(error.problem.errors?.[0]?.pointer, '#/fromAmount');

  const beneficiary = await client.post('/v1/beneficiaries/crypto', {
    body: { accountId, nickname: 'Big Supplies', chainName: 'ETHEREUM_SEPOLIA', address: '0x52908400098527886E0F7030069857D2E4169EE7' },
  });
  const tooMuch = await refusalOf(
    client.post('/v1/transactions/crypto-payouts', {
      body: { accountId, beneficiaryId: beneficiary.beneficiaryId, amount: '900000000.00', asset: 'USDC', chainName: 'ETHEREUM_SEPOLIA' },
    }),
  );
  assert(tooMuch.is('insufficient_funds'));
  const asset: Schemas['Asset'] = tooMuch.problem.details.asset;
  assert.equal(asset, 'USDC');
});

test('what may be sent again is sent again under the same key, as often as wished', async () => {
  const { client, requests } = watched({ attempts: 3 });
  const error = await refusalOf(
    client.post('/v1/accounts', { body: { name: 'Later' }, headers: { 'Corridor-Sandbox-Trigger': 'internal_error' } }),
  );

  assert.equal(error.retry, 'same_request');
  assert.equal(requests.length, 3);
  assert.equal(new Set(requests.map((request) => request.key)).size, 1);
  assert.equal(error.idempotencyKey, requests[0]?.key);
});

test('a limited request is sent again after the time that the answer says', async () => {
  const { client, requests } = watched({ attempts: 2 });
  const begin = Date.now();
  const error = await refusalOf(client.get('/v1/accounts', { headers: { 'Corridor-Sandbox-Trigger': 'rate_limit_exceeded' } }));

  assert.equal(error.retry, 'after');
  assert.equal(requests.length, 2);
  assert(Date.now() - begin >= (error.retryAfterSeconds ?? 0) * 1000);
});

test('nothing else is sent again', async () => {
  const refused = watched();
  await refusalOf(refused.client.post('/v1/accounts', { body: { name: ' ' } }));
  assert.equal(refused.requests.length, 1);

  const lost = watched({ fail: true });
  await assert.rejects(lost.client.post('/v1/accounts', { body: { name: 'Lost' } }), (error: unknown) => {
    assert(error instanceof ConnectionError);
    assert.equal(error.idempotencyKey, lost.requests[0]?.key);
    return true;
  });
  assert.equal(lost.requests.length, 1);
});

test('a list goes over its pages', async () => {
  for (const name of ['One', 'Two', 'Three']) {
    await client.post('/v1/accounts', { body: { name } });
  }
  const names: (string | null)[] = [];
  for await (const account of client.list('/v1/accounts', { query: { limit: 2 } })) {
    names.push(account.name);
  }
  assert.deepEqual(names.slice(0, 3), ['Three', 'Two', 'One']);
  assert(names.includes('Primary'));
});

test('filters that are lists and maps are written as the service reads them', async () => {
  await client.post('/v1/transactions/conversions', {
    body: { accountId, fromAsset: 'USD', toAsset: 'USDC', fromAmount: '10.00', slippageBps: 50, metadata: { shop: '7' } },
  });
  const page = await client.get('/v1/transactions', { query: { type: ['TRADE', 'ADJUSTMENT'], metadata: { shop: '7' } } });

  assert.equal(page.data.length, 1);
});

test('a key with signatures signs its requests', async () => {
  const made = await client.post('/v1/api-keys', {
    body: { name: `Signed ${crypto.randomUUID()}`, permissions: ['accounts:read', 'accounts:write'], signatureFormat: 'CORRIDOR' },
  });
  const signed = new Corridor({ url, key: made.secret ?? '', signingSecret: made.signingSecret ?? '' });

  await Promise.all(['A', 'B', 'C'].map((name) => signed.post('/v1/accounts', { body: { name: `Señor ${name}` } })));
  const page = await signed.get('/v1/accounts', { query: { limit: 3 } });

  assert.deepEqual(page.data.map((account) => account.name).sort(), ['Señor A', 'Señor B', 'Señor C']);
});

test('the feed goes on where its connection broke', { timeout: 30_000 }, async () => {
  const sockets: WebSocket[] = [];
  class Breakable extends WebSocket {
    constructor(address: string | URL) {
      super(address);
      sockets.push(this);
    }
  }
  const stop = new AbortController();
  const follower = new Corridor({ url, key, WebSocket: Breakable });
  const deposit = () => client.post('/v1/sandbox/deposits', { body: { accountId, asset: 'EUR', amount: '1.00' } });
  await deposit();

  const first = follower.follow('transactions', { from: 0, signal: stop.signal });
  const event = (await first.next()).value;
  assert(event);
  sockets[0]?.close();
  const next = (await first.next()).value;
  assert.equal(next?.seq, event.seq + 1);
  stop.abort();
  await first.return();
});

test('a message of a webhook is verified', async () => {
  // The example of the specification of Standard Webhooks.
  const secret = 'whsec_plJ3nmyCDGBKInavdOK15jsl';
  const body = '{"event_type":"ping","data":{"success":true}}';
  const headers = new Headers({
    'webhook-id': 'msg_loFOjxBNrRLzqYUf',
    'webhook-timestamp': '1731705121',
    'webhook-signature': 'v1,b3RoZXI= v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
  });
  const verify = (text: string, seconds: number) => verifyWebhook(secret, text, (name) => headers.get(name), () => seconds * 1000);

  const message = await verify(body, 1731705121 + 299);
  assert.equal(message.id, 'msg_loFOjxBNrRLzqYUf');
  assert.deepEqual(message.data, { success: true });
  await assert.rejects(verify(body + ' ', 1731705121), InvalidSignature);
  await assert.rejects(verify(body, 1731705121 + 301), InvalidSignature);
  headers.delete('webhook-id');
  await assert.rejects(verify(body, 1731705121), InvalidSignature);
});

test('the feed connects again when the service does not answer', { timeout: 30_000 }, async () => {
  const failures = [
    () => Promise.reject(new TypeError('no network')),
    () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })),
  ];
  const unsteady: typeof fetch = (input, init) => failures.shift()?.() ?? fetch(input, init);
  const follower = new Corridor({ url, key, fetch: unsteady });
  await client.post('/v1/sandbox/deposits', { body: { accountId, asset: 'EUR', amount: '1.00' } });

  const events = follower.follow('transactions', { from: 0 });
  assert((await events.next()).value);
  await events.return();
});
